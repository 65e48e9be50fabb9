package grokscope.ui.picture.answer;

import grokscope.measure.Ranking;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.text.NumberText;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.Plot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;

/**
 * What a network answers at several places of a sequence: a tile for each place, in the order in
 * which they are read. FX thread only.
 */
public final class AnswerTiles {
  private static final double WIDTH = 78;
  private static final double HIGHEST = 70;
  private static final double LOWEST = 34;
  private static final double ROOM_FOR_BAR = 54;
  private static final double GAP = 4;
  private static final int SHORT = 7;
  private static final int LIKELY = 4;

  private final List<Place> places;
  private final IntFunction<String> name;

  /**
   * A place.
   *
   * @param position in the sequence
   * @param token the one that is read there
   * @param label what is to be answered
   * @param rule what is right
   * @param known whether the answer follows from what was read; otherwise nobody could know it
   */
  private record Place(
      int position, int token, int label, int rule, boolean known, Ranking ranking) {
    boolean right() {
      return !ranking.undefined() && said() == rule;
    }

    int said() {
      return ranking.first(1).get(0);
    }
  }

  /**
   * The answers of a prediction.
   *
   * @param trained how many of them, from the first, are trained; the others cannot be known
   * @param name of a token
   */
  public AnswerTiles(Prediction said, int trained, IntFunction<String> name) {
    this.name = name;
    places =
        IntStream.range(0, said.answers())
            .mapToObj(
                n ->
                    new Place(
                        said.positions()[n],
                        said.tokens()[said.positions()[n]],
                        said.labels()[n],
                        said.rule()[n],
                        n < trained,
                        Ranking.of(said.logits(n))))
            .sorted(Comparator.comparingInt(Place::position))
            .toList();
  }

  /** How many of the answers are right, in words. */
  public String words() {
    if (places.stream().anyMatch(place -> place.ranking().undefined())) {
      return "The network gives no answer: its logits are not numbers.";
    }
    List<Place> known = places.stream().filter(Place::known).toList();
    long right = known.stream().filter(Place::right).count();
    int unknown = places.size() - known.size();
    String verdict =
        right == known.size()
            ? "all " + right + " are right."
            : right + " of " + known.size() + " are right.";
    return "Right: "
        + row(known.stream().map(Place::rule).toList())
        + ". The network answers "
        + row(known.stream().map(Place::said).toList())
        + ": "
        + verdict
        + (unknown == 0
            ? ""
            : " At "
                + (unknown == 1 ? "one more place" : unknown + " more places")
                + ", nothing read so far tells the answer.");
  }

  private String row(List<Integer> tokens) {
    return tokens.stream().map(name::apply).collect(Collectors.joining(" "));
  }

  private static int columns(double width) {
    return Math.max(1, (int) (width / WIDTH));
  }

  private double high(double width, double height) {
    int rows = (places.size() + columns(width) - 1) / columns(width);
    return Math.max(LOWEST, Math.min(HIGHEST, Math.floor(height / rows)));
  }

  void paint(Pen pen, PictureColors colors, double width, double height) {
    double high = high(width, height);
    for (int i = 0; i < places.size(); i++) {
      double x = i % columns(width) * WIDTH;
      double y = Math.floor((double) i / columns(width)) * high;
      paint(pen, colors, places.get(i), x, y, high - GAP);
    }
  }

  private void paint(Pen pen, PictureColors colors, Place place, double x, double y, double high) {
    double wide = WIDTH - GAP;
    double middle = x + wide / 2;
    Color verdict = place.right() ? colors.text() : colors.palette().danger();
    pen.setStroke(place.known() && !place.right() ? colors.palette().danger() : colors.line());
    pen.strokeRect(x + 0.5, y + 0.5, wide - 1, high - 1);
    pen.setFill(colors.muted());
    pen.fillText("at " + name.apply(place.token()), middle, y + 9);
    if (place.ranking().undefined()) {
      return;
    }
    String words =
        place.right() || !place.known()
            ? name.apply(place.said())
            : name.apply(place.said()) + " not " + name.apply(place.rule());
    double size = high > ROOM_FOR_BAR && words.length() <= SHORT ? 16 : 11;
    pen.setTextSize(size);
    pen.setFill(place.known() ? verdict : colors.muted());
    pen.fillText(words, middle, y + 15 + size / 2);
    pen.setTextSize(Plot.WORDS);
    if (high > ROOM_FOR_BAR) {
      double share = place.ranking().probabilities()[place.said()];
      pen.setFill(colors.pale(colors.text(), 0.12));
      pen.fillRect(x + 6, y + high - 24, wide - 12, 5);
      pen.setFill(place.known() ? verdict : colors.muted());
      pen.fillRect(x + 6, y + high - 24, (wide - 12) * share, 5);
      pen.setFill(colors.muted());
      pen.fillText(NumberText.perCent(share), middle, y + high - 10);
    }
  }

  /** What is said of the place under the mouse. */
  Optional<String> wordsAt(double width, double height, double x, double y) {
    double high = high(width, height);
    int column = (int) Math.floor(x / WIDTH);
    int row = (int) Math.floor(y / high);
    int index = row * columns(width) + column;
    boolean inside = !Double.isNaN(x) && x >= 0 && y >= 0 && column < columns(width);
    return inside && index < places.size() && !places.get(index).ranking().undefined()
        ? Optional.of(words(places.get(index)))
        : Optional.empty();
  }

  private String words(Place place) {
    String right =
        place.known()
            ? (place.right() ? "right" : "wrong; right is " + name.apply(place.rule()))
            : "the answer is " + name.apply(place.rule()) + ", which nothing read so far tells";
    return "Place "
        + (place.position() + 1)
        + ", having read "
        + name.apply(place.token())
        + ": "
        + name.apply(place.said())
        + ", "
        + right
        + (place.label() == place.rule() ? "" : " (trained with " + name.apply(place.label()) + ")")
        + " · most likely "
        + AnswerBars.words(place.ranking(), LIKELY, name);
  }
}
