package grokscope.train.report;

import java.util.List;
import java.util.Optional;

/**
 * A value and what it is, or why there is none. Immutable, any thread.
 *
 * @param path where JSON has the value: names of objects, and numbers of lists from 0
 * @param value empty where it is not read
 * @param whyNot why, in words that can follow "because"
 */
public record ReportLine(
    List<Object> path, String words, Optional<Value> value, Optional<String> whyNot) {
  public ReportLine {
    path = List.copyOf(path);
  }

  static ReportLine of(String words, Value value, Object... path) {
    return new ReportLine(List.of(path), words, Optional.of(value), Optional.empty());
  }

  /** A number that is known but would mislead: null in JSON, where its key stays. */
  static ReportLine leftOut(String words, String why, Object... path) {
    return new ReportLine(
        List.of(path), words, Optional.of(new Value.Real(Double.NaN)), Optional.of(why));
  }

  static ReportLine notRead(String words, String why, Object... path) {
    return new ReportLine(List.of(path), words, Optional.empty(), Optional.of(why));
  }
}
