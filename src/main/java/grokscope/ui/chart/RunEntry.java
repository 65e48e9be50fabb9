package grokscope.ui.chart;

import grokscope.figure.ShortLabel;
import grokscope.figure.ValueAxis;
import grokscope.ui.control.Accessible;
import javafx.scene.control.Label;

/** One run in the legend of the view. FX thread only. */
final class RunEntry extends LineEntry {
  /** How much of a name is shown. */
  enum Names {
    WHOLE,
    SHORT,
    SHORTEST
  }

  private static final double LONGEST = 18.5; // names, in em

  private final Label name = label();
  private String words = "";

  /**
   * An entry.
   *
   * @param turn is done at a click
   */
  RunEntry(Runnable turn) {
    super(turn);
    getStyleClass().add("curve-run-entry");
    name.getStyleClass().add("curve-run");
  }

  void setName(String now) {
    words = now;
    name.setText(now);
    setAccessibleText(now);
  }

  /** The whole name. */
  String name() {
    return words;
  }

  /**
   * Keeps room for any value, or shows none; shows the whole name, or keeps a long one short and
   * says all of it under the pointer then.
   */
  void show(boolean withValue, Names names) {
    showValue(withValue);
    double most = Math.ceil(LONGEST * name.getFont().getSize());
    double whole = width(words);
    if (names == Names.WHOLE || (whole <= most && names == Names.SHORT)) {
      name.setPrefWidth(whole);
      Accessible.silence(name);
    } else {
      double room = names == Names.SHORT ? most : 0;
      String shown = ShortLabel.of(words, text -> width(text) <= room);
      name.setPrefWidth(Math.min(width(shown), most));
      Accessible.describe(name, words);
    }
    if (withValue) {
      reserve(ValueAxis.LOG);
    }
  }

  /** The width of a name, which the label holds afterwards. */
  private double width(String text) {
    name.setText(text);
    name.setPrefWidth(USE_COMPUTED_SIZE);
    return Math.ceil(name.prefWidth(-1));
  }
}
