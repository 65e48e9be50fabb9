package grokscope.measure.phase;

import grokscope.telemetry.StepInterval;

/**
 * Where one phase ended.
 *
 * @param at between which evaluations
 * @param rule by what it was found
 * @param confirmed whether enough further evaluations have agreed; until then it may move
 */
public record PhaseBoundary(StepInterval at, PhaseRule rule, boolean confirmed) {}
