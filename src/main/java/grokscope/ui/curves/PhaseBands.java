package grokscope.ui.curves;

import grokscope.figure.Hue;
import grokscope.measure.phase.PhaseBoundary;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.measure.phase.Phases;
import grokscope.telemetry.History;
import grokscope.ui.chart.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The phases of a run as bands behind its curves. Stateless; FX thread. */
final class PhaseBands {
  private PhaseBands() {}

  /** Memorising, the circuit's formation and the cleanup; none where they cannot be told apart. */
  static List<Band> of(Phases phases, PhaseVerdict verdict, History history) {
    List<Band> bands = new ArrayList<>();
    if (history.size() == 0 || !verdict.hasPhases()) {
      return bands;
    }
    double now = history.step(history.size() - 1);
    double memory = end(phases.memorizationEnd(), now);
    bands.add(new Band(0, memory, "memorising", Hue.TRAIN, sure(phases.memorizationEnd())));
    if (phases.memorizationEnd().isEmpty()) {
      return bands;
    }
    double start = end(phases.cleanupStart(), now);
    boolean formed = sure(phases.memorizationEnd()) && sure(phases.cleanupStart());
    bands.add(new Band(memory, start, "circuit formation", Hue.RESTRICTED, formed));
    if (phases.cleanupStart().isPresent()) {
      boolean cleaned = sure(phases.cleanupStart()) && sure(phases.cleanupEnd());
      bands.add(new Band(start, end(phases.cleanupEnd(), now), "cleanup", Hue.TEST, cleaned));
    }
    return bands;
  }

  private static double end(Optional<PhaseBoundary> boundary, double now) {
    return boundary.map(at -> (double) at.at().by()).orElse(now);
  }

  private static boolean sure(Optional<PhaseBoundary> boundary) {
    return boundary.filter(PhaseBoundary::confirmed).isPresent();
  }
}
