package grokscope.ui.picture.answer;

import grokscope.telemetry.snapshot.AnswerSet;
import grokscope.text.NumberText;
import grokscope.ui.picture.paint.SplitKnowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Where pictures with their answers lie: in sections, wrong ones first, hidden and trained apart,
 * in rows under a heading. Immutable, any thread.
 *
 * @param sections from top to bottom; none is empty
 * @param columns how many pictures stand side by side
 * @param tile the width of a place
 * @param line the height of a place, with the words under its picture
 */
public record Gallery(List<Section> sections, int columns, double tile, double line) {
  private static final double HEADING = 22;
  private static final double WORDS = 16;

  /** Words such as "4, said 9" take this much. */
  private static final double NARROWEST = 58;

  private static final double GAP = 10;

  /**
   * Examples that are answered alike.
   *
   * @param heading what they are, with their number
   * @param examples rows of the task's table, ascending
   * @param top of the heading, in pixels
   */
  // A plain array on purpose: there may be very many, and nothing compares sections.
  @SuppressWarnings("ArrayRecordComponent")
  public record Section(String heading, int[] examples, double top) {}

  /** A picture by its upper left corner. */
  public record Place(int example, double x, double y) {}

  /**
   * Lays out all examples.
   *
   * @param picture the size of a picture, in pixels
   * @param split how it is known what the network was trained on
   */
  public static Gallery of(AnswerSet answers, SplitKnowledge split, double width, double picture) {
    double tile = Math.max(NARROWEST, picture + GAP);
    int columns = Math.max(1, (int) (width / tile));
    double line = picture + WORDS + GAP;
    List<Section> sections = new ArrayList<>();
    double top = 0;
    for (Kind kind : kinds(answers, split)) {
      int[] examples = IntStream.range(0, answers.size()).filter(kind.holds()).toArray();
      if (examples.length > 0) {
        String heading =
            NumberText.sentence(kind.words()) + ": " + NumberText.count(examples.length);
        sections.add(new Section(heading, examples, top));
        top += HEADING + rows(examples.length, columns) * line;
      }
    }
    return new Gallery(sections, columns, tile, line);
  }

  private static List<Kind> kinds(AnswerSet answers, SplitKnowledge split) {
    if (split == SplitKnowledge.UNKNOWN) {
      return List.of(new Kind("wrong", i -> !answers.right(i)), new Kind("right", answers::right));
    }
    boolean foreign = split == SplitKnowledge.ASSUMED;
    String hidden = foreign ? "hidden part of the split" : "hidden";
    String trained = foreign ? "training part of the split" : "trained";
    return List.of(
        new Kind(hidden + ", wrong", i -> !answers.train()[i] && !answers.right(i)),
        new Kind(
            trained + ", wrong",
            i -> answers.train()[i] && !answers.mislabeled(i) && !answers.right(i)),
        new Kind(
            trained + " with a wrong label, not learned as given",
            i -> answers.mislabeled(i) && !answers.right(i)),
        new Kind(
            trained + " with a wrong label, learned as given",
            i -> answers.mislabeled(i) && answers.right(i)),
        new Kind(hidden + ", right", i -> !answers.train()[i] && answers.right(i)),
        new Kind(
            trained + ", right",
            i -> answers.train()[i] && !answers.mislabeled(i) && answers.right(i)));
  }

  private record Kind(String words, IntPredicate holds) {}

  public Gallery {
    sections = List.copyOf(sections);
  }

  private static int rows(int examples, int columns) {
    return (examples + columns - 1) / columns;
  }

  /** The height of everything, in pixels. */
  public double height() {
    if (sections.isEmpty()) {
      return 0;
    }
    Section last = sections.get(sections.size() - 1);
    return last.top() + HEADING + rows(last.examples().length, columns) * line;
  }

  /** The pictures of which something lies between two heights. */
  public List<Place> between(double top, double bottom) {
    List<Place> places = new ArrayList<>();
    for (Section section : sections) {
      double first = section.top() + HEADING;
      int firstRow = (int) Math.max(0, Math.floor((top - first) / line));
      int length = section.examples().length;
      for (int i = firstRow * columns; i < length; i++) {
        int row = i / columns;
        double y = first + row * line;
        if (y >= bottom) {
          break;
        }
        places.add(new Place(section.examples()[i], i % columns * tile, y));
      }
    }
    return places;
  }

  /** The example at a place, if there is one. */
  public Optional<Integer> at(double x, double y) {
    return between(y, y + 1).stream()
        .filter(
            place ->
                x >= place.x() && x < place.x() + tile && y >= place.y() && y < place.y() + line)
        .map(Place::example)
        .findFirst();
  }
}
