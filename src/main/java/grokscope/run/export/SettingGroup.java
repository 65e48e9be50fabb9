package grokscope.run.export;

import java.util.List;

/**
 * A section of a run's settings in words. Immutable, any thread.
 *
 * @param title what it is about, and what was chosen there
 * @param lines its settings
 */
record SettingGroup(String title, List<Line> lines) {
  SettingGroup {
    lines = List.copyOf(lines);
  }

  /** Whether it has any. */
  boolean hasLines() {
    return !lines.isEmpty();
  }

  /**
   * A setting.
   *
   * @param title of its knob
   * @param value with its unit, and those that it was turned to
   */
  record Line(String title, String value) {}
}
