package grokscope.telemetry.snapshot;

/**
 * What a network says to one example, where it is answered first. Nobody writes to the arrays after
 * construction; any thread may read.
 *
 * @param example the row of the task's table
 * @param tokens of the sequence
 * @param answer the right class
 * @param train whether the network is trained on the example
 * @param logits of all classes
 */
// Plain arrays on purpose: nothing compares guesses.
@SuppressWarnings("ArrayRecordComponent")
public record Prediction(int example, int[] tokens, int answer, boolean train, float[] logits) {}
