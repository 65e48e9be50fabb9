package grokscope.measure;

import grokscope.telemetry.StepInterval;
import java.util.Optional;

/**
 * What the course of a run shows so far.
 *
 * @param memorized when train accuracy reached 0.99 and held for three evaluations
 * @param generalized the same of test accuracy
 * @param memorizationEnd where memorisation ends and the circuit starts to form
 * @param cleanupStart where the memory starts to be removed
 * @param cleanupEnd where it is gone
 * @param verdict the run in one phrase
 */
public record Phases(
    Optional<StepInterval> memorized,
    Optional<StepInterval> generalized,
    Optional<PhaseBoundary> memorizationEnd,
    Optional<PhaseBoundary> cleanupStart,
    Optional<PhaseBoundary> cleanupEnd,
    PhaseVerdict verdict) {}
