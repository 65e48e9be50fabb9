package grokscope.ui.picture.answer;

import grokscope.measure.Ranking;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.text.NumberText;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.Plot;
import grokscope.ui.picture.paint.Subject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;

/**
 * What the network says to an example with one answer: its logits as bars, and the likeliest
 * answers in words. FX thread only.
 */
public final class AnswerBars {
  private static final double LEFT = 40;
  private static final double RIGHT = 4;
  private static final int LIKELY = 5;

  private Optional<Prediction> prediction = Optional.empty();
  private Ranking ranking = new Ranking(new double[0]);

  /** Shows another prediction, or none. */
  void show(Optional<Prediction> said) {
    prediction = said;
    ranking = said.map(now -> Ranking.of(now.logits(0))).orElse(new Ranking(new double[0]));
  }

  Optional<Prediction> prediction() {
    return prediction;
  }

  /**
   * "The network predicts 5, which is right", what else is likely, and whether it was trained on
   * this; without a prediction "".
   *
   * @param thing what is asked: "pair", "image", "example"
   */
  String words(Optional<Subject> run, String thing) {
    return prediction.map(this::words).orElse("")
        + prediction
            .filter(said -> !ranking.undefined())
            .flatMap(said -> run.map(of -> MembershipText.of(of, said.membership(), thing)))
            .map(sentence -> " " + sentence)
            .orElse("");
  }

  private String words(Prediction said) {
    if (ranking.undefined()) {
      return "The network gives no answer: its logits are not numbers.";
    }
    int predicted = ranking.first(1).get(0);
    return "The network predicts "
        + predicted
        + verdict(said, predicted)
        + " Most likely: "
        + words(ranking, LIKELY)
        + ".";
  }

  private static String verdict(Prediction said, int predicted) {
    int label = said.labels()[0];
    if (predicted == said.rule()[0]) {
      return label == predicted
          ? ", which is right."
          : ", which is right, although the label is " + label + ".";
    }
    return predicted == label ? ", which is wrong, but as the label is." : ", which is wrong.";
  }

  private static Rectangle2D place(Plot plot, double left) {
    return new Rectangle2D(
        left + LEFT,
        0,
        Math.max(1, plot.across() - left - LEFT - RIGHT),
        Math.max(1, Math.floor(plot.down())));
  }

  /** Draws the bars on a plot, right of what is left free. */
  void paint(Pen pen, PictureColors colors, Plot plot, double left) {
    prediction
        .filter(said -> !ranking.undefined())
        .ifPresent(
            said -> LogitBars.draw(pen, colors, place(plot, left), said, ranking.first(1).get(0)));
  }

  /** What is said of the bar at a place of the plot. */
  Optional<String> wordsAt(Plot plot, double left, double x, double y) {
    Rectangle2D place = place(plot, left);
    return prediction
        .filter(said -> place.contains(x, y))
        .map(said -> words(said, LogitBars.axis(place, said.logits(0).length).number(x)));
  }

  private String words(Prediction said, int number) {
    return "Answer "
        + number
        + String.format(Locale.ROOT, " · logit %.2f", said.logits(0)[number])
        + " · probability "
        + NumberText.perCent(ranking.probabilities()[number]);
  }

  /** The first classes with their probabilities: "52 (99.1 %), 3 (0.2 %)". */
  public static String words(Ranking ranking, int count) {
    return words(ranking, count, String::valueOf);
  }

  /**
   * The same.
   *
   * @param name of a class
   */
  static String words(Ranking ranking, int count, IntFunction<String> name) {
    return ranking.first(count).stream()
        .map(c -> name.apply(c) + " (" + NumberText.perCent(ranking.probabilities()[c]) + ")")
        .collect(Collectors.joining(", "));
  }
}
