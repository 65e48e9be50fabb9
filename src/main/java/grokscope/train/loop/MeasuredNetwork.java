package grokscope.train.loop;

import grokscope.telemetry.Computation;

/**
 * What was measured of a network that is not being trained. Immutable by convention (nobody writes
 * to the array after construction), any thread.
 *
 * @param values one for each metric that was asked for; NaN where there is none
 * @param by with what they were computed
 */
// A plain array on purpose: nothing compares these.
@SuppressWarnings("ArrayRecordComponent")
public record MeasuredNetwork(double[] values, Computation by) {}
