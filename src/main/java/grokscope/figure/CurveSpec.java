package grokscope.figure;

/**
 * One curve of a panel. Immutable, any thread.
 *
 * @param metricId the metric in the history
 * @param legend the words in the legend; they name the split where there is one
 * @param role what the curve tells of
 */
public record CurveSpec(String metricId, String legend, Role role) {
  /**
   * The same of a run of which nobody knows what it was trained on: what is otherwise measured on
   * the test examples is measured on all of them there.
   */
  public CurveSpec ofAllExamples() {
    if (!role.label().equals(Role.TEST)) {
      return this;
    }
    String value = legend.substring(Role.TEST.length()).strip();
    return new CurveSpec(
        metricId,
        value.isEmpty() ? "all examples" : value + ", all examples",
        new Role("all", role.hue(), role.training()));
  }
}
