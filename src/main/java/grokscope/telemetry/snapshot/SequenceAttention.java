package grokscope.telemetry.snapshot;

/**
 * Where the heads of one layer look in one sequence. Nobody writes to the arrays after
 * construction; any thread may read.
 *
 * @param layer which one, from 0
 * @param layers how many layers of heads the network has
 * @param example the row of the task's table
 * @param tokens of the sequence, those that are read
 * @param heads of the layer
 * @param asking the positions that ask, in ascending order: all, or in the last layer the answered
 *     ones
 * @param weights attention, ((head·asking) + query)·context + position; 0 where a query cannot look
 */
// Plain arrays on purpose: they are large, and nothing compares them.
@SuppressWarnings("ArrayRecordComponent")
public record SequenceAttention(
    int layer, int layers, int example, int[] tokens, int heads, int[] asking, float[] weights) {}
