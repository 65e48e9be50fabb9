package grokscope.telemetry;

/**
 * The measured values of one network state. Immutable by convention (nobody writes to the array
 * after construction), any thread.
 *
 * @param run the id of the run inside this session
 * @param step how many updates the network had received
 * @param values one value per metric, in the order of the run's metrics; NaN where there is none
 */
// A plain array on purpose: one is made per evaluation, and nothing compares samples.
@SuppressWarnings("ArrayRecordComponent")
public record Sample(long run, int step, double[] values) {}
