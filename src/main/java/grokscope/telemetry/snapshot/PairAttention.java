package grokscope.telemetry.snapshot;

/**
 * Where the heads of one layer look when they are about to answer, on every pair (a, b). Nobody
 * writes to the array after construction; any thread may read.
 *
 * @param layer which one, from 0
 * @param layers how many layers of heads the network has
 * @param side how many values an operand has
 * @param heads of the layer
 * @param context positions that are read of a sequence: a, b, and perhaps "="
 * @param weights attention, ((head·context) + position)·side² + a·side + b; NaN without such a pair
 */
// A plain array on purpose: it is large, and nothing compares maps.
@SuppressWarnings("ArrayRecordComponent")
public record PairAttention(
    int layer, int layers, int side, int heads, int context, float[] weights) {}
