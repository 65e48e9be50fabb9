package grokscope.train.report;

import grokscope.train.look.NetworkReport;
import java.util.List;

/**
 * All that is said of a network's weights, in its order: the one list that the window, the command
 * line and its JSON show. Immutable, any thread.
 *
 * @param warnings what must be known first
 * @param sentences what the numbers come to
 * @param groups all numbers
 */
public record Findings(List<Warning> warnings, List<String> sentences, List<ReportGroup> groups) {
  public Findings {
    warnings = List.copyOf(warnings);
    sentences = List.copyOf(sentences);
    groups = List.copyOf(groups);
  }

  /** What is to be said of a report. */
  public static Findings of(NetworkReport report, WeightsOrigin origin) {
    return new Findings(
        Warnings.of(report, origin), Sentences.of(report, origin), ReportGroups.of(report, origin));
  }

  /** Whether a warning of a kind is among them. */
  public boolean warnsOf(Warning.Kind kind) {
    return warnings.stream().anyMatch(warning -> warning.kind() == kind);
  }
}
