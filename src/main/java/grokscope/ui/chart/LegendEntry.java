package grokscope.ui.chart;

import grokscope.figure.ValueAxis;
import grokscope.ui.term.Terms;

/** One curve in the legend of a chart. FX thread only. */
final class LegendEntry extends LineEntry {
  /** How much of an entry is shown. */
  enum Detail {
    /** Name and value. */
    ALL,
    /** A short name and the value. */
    SHORT,
    /** The short name. */
    NAME
  }

  private String words;
  private String brief;
  private ValueAxis axis;
  private Detail shown = Detail.ALL;

  /**
   * An entry.
   *
   * @param words the name
   * @param brief a shorter name
   * @param axis in whose words values are written
   * @param turn is done at a click
   */
  LegendEntry(String words, String brief, ValueAxis axis, Runnable turn) {
    super(turn);
    this.words = words;
    this.brief = brief;
    this.axis = axis;
    getStyleClass().add("curve-legend-entry");
    setMinWidth(USE_PREF_SIZE);
    label().setText(words);
    Terms.mark(label(), "A click hides this curve, another shows it again.");
  }

  /** The name as it is shown. */
  String name() {
    return shownName();
  }

  /** Gives it other names. */
  void rename(String words, String brief) {
    this.words = words;
    this.brief = brief;
    label().setText(shown == Detail.ALL ? words : brief);
  }

  void reserve() {
    reserve(axis);
  }

  void setAxis(ValueAxis now) {
    axis = now;
  }

  void setValue(double number) {
    setValue(axis, number);
  }

  /** Shows as much. */
  void show(Detail detail) {
    if (detail != shown) {
      shown = detail;
      label().setText(detail == Detail.ALL ? words : brief);
      showValue(detail != Detail.NAME);
    }
  }
}
