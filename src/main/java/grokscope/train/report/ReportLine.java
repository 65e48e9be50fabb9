package grokscope.train.report;

import java.util.List;
import java.util.Optional;

/**
 * A value and what it is, or why there is none. Immutable, any thread.
 *
 * @param path where JSON has the value: names of objects, and numbers of lists from 0
 * @param value empty where it is not read
 * @param whyNot why, in words that can follow "because"
 * @param shown whether people read it here; otherwise they read the same beside it
 */
public record ReportLine(
    List<Object> path,
    String words,
    Optional<Value> value,
    Optional<String> whyNot,
    boolean shown) {
  public ReportLine {
    path = List.copyOf(path);
  }

  static ReportLine of(String words, Value value, Object... path) {
    return new ReportLine(List.of(path), words, Optional.of(value), Optional.empty(), true);
  }

  /** A number that is known but would mislead: null in JSON, where its key stays. */
  static ReportLine leftOut(String words, String why, Object... path) {
    Value none = new Value.Real(Double.NaN);
    return new ReportLine(List.of(path), words, Optional.of(none), Optional.of(why), true);
  }

  static ReportLine notRead(String words, String why, Object... path) {
    return new ReportLine(List.of(path), words, Optional.empty(), Optional.of(why), true);
  }

  /** What stands in place of the value where there is a reason for none. */
  public String without() {
    return value.isPresent() ? "left out" : "not read";
  }

  /** The same for programs only, because people read it beside it. */
  ReportLine shownBeside() {
    return new ReportLine(path, words, value, whyNot, false);
  }
}
