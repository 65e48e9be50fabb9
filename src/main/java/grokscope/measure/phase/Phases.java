package grokscope.measure.phase;

import java.util.Optional;

/**
 * What the course of a run shows so far.
 *
 * @param memorizationEnd where memorisation ends and the circuit starts to form
 * @param cleanupStart where the memory starts to be removed
 * @param cleanupEnd where it is gone
 */
public record Phases(
    Optional<PhaseBoundary> memorizationEnd,
    Optional<PhaseBoundary> cleanupStart,
    Optional<PhaseBoundary> cleanupEnd) {
  static final Phases NONE = new Phases(Optional.empty(), Optional.empty(), Optional.empty());
}
