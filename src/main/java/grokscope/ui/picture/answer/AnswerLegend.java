package grokscope.ui.picture.answer;

import grokscope.figure.Hue;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.ColorKey;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.SplitKnowledge;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The key to the colours of right and wrong answers: a pair of colours with words. */
final class AnswerLegend {
  /** Words of one size on average, in pixels. */
  private static final double LETTER = 5.6;

  private static final double BOX = 10;
  private static final double GAP = 14;

  private AnswerLegend() {}

  /**
   * Colours and what they mean.
   *
   * @param framed whether the first is framed, as wrong labels are
   */
  private record Entry(String words, boolean framed, List<Color> colors) {
    double width() {
      return colors.size() * (BOX + 3) + 3 + words.length() * LETTER + GAP;
    }
  }

  /** Draws it in the middle of a width. */
  static void draw(
      Pen pen, PictureColors pictureColors, Point2D top, SplitKnowledge split, boolean mislabels) {
    List<Entry> entries = new ArrayList<>();
    Color train = pictureColors.palette().of(Hue.TRAIN);
    Color test = pictureColors.palette().of(Hue.TEST);
    String part = split == SplitKnowledge.ASSUMED ? " part" : "";
    if (split == SplitKnowledge.UNKNOWN) {
      Color any = pictureColors.muted();
      entries.add(new Entry("", false, List.of(any, pale(pictureColors, any))));
    } else {
      String trained = part.isEmpty() ? "trained" : "training part";
      entries.add(new Entry(trained, false, List.of(train, pale(pictureColors, train))));
      entries.add(new Entry("hidden" + part, false, List.of(test, pale(pictureColors, test))));
    }
    if (mislabels) {
      Color unlearned = pictureColors.palette().of(Hue.RESTRICTED);
      entries.add(new Entry("wrong label: kept, dropped", true, List.of(train, unlearned)));
    }
    String last = mislabels ? "(pale: wrong)" : "(full: right, pale: wrong)";
    double width = entries.stream().mapToDouble(Entry::width).sum() + last.length() * LETTER;
    double x = top.getX() - width / 2;
    double middle = top.getY() + ColorKey.HEIGHT / 2;
    pen.setTextAlign(TextAlignment.LEFT);
    for (Entry entry : entries) {
      double box = x;
      for (Color color : entry.colors()) {
        pen.setFill(color);
        pen.fillRect(box, middle - BOX / 2, BOX, BOX);
        if (entry.framed()) {
          pen.setStroke(pictureColors.palette().danger());
          pen.strokeRect(box - 0.5, middle - BOX / 2 - 0.5, BOX + 1, BOX + 1);
        }
        box += BOX + 3;
      }
      pen.setFill(pictureColors.muted());
      pen.fillText(entry.words(), box + 3, middle);
      x += entry.width();
    }
    pen.fillText(last, x, middle);
    pen.setTextAlign(TextAlignment.CENTER);
  }

  private static Color pale(PictureColors pictureColors, Color color) {
    return pictureColors.pale(color, AnswerColor.PALE);
  }
}
