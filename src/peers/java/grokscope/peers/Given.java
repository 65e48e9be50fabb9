package grokscope.peers;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a training needs to be the same as somebody else's.
 *
 * @param model {@code transformer} or {@code mlp}
 * @param heads attention heads of a block; 0 without attention
 * @param operands how many positions hold values, from the first
 * @param context positions of an example
 * @param answersEach how many answers an example has
 * @param tokens of all examples, row by row
 * @param positions where they are answered, row by row; none when it is once, at the end
 * @param answers of all examples, row by row
 * @param trainIds the examples that are trained on
 * @param batches the examples of each of the first steps; none when every step sees all
 * @param weights the initial ones by name
 */
record Given(
    String model,
    int layers,
    int heads,
    int operands,
    int context,
    int answersEach,
    Rule rule,
    long[] tokens,
    long[] positions,
    long[] answers,
    long[] trainIds,
    long[][] batches,
    Map<String, Values> weights) {

  /** The optimiser's settings; the rate of update t (from 1) is rate·min((t − 1) / warmup, 1). */
  record Rule(
      double learningRate,
      double weightDecay,
      double beta1,
      double beta2,
      double epsilon,
      int warmupSteps) {
    double rate(int update) {
      return warmupSteps == 0
          ? learningRate
          : learningRate * Math.min((update - 1) / (double) warmupSteps, 1);
    }
  }

  /** A matrix, row by row. */
  record Values(int rows, int columns, double[] flat) {}

  static Given read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      String model = in.readUTF();
      int layers = in.readInt();
      int heads = in.readInt();
      int operands = in.readInt();
      int context = in.readInt();
      int answersEach = in.readInt();
      Rule rule =
          new Rule(
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readInt());
      long[] tokens = readNumbers(in);
      long[] positions = readNumbers(in);
      long[] answers = readNumbers(in);
      long[] trainIds = readNumbers(in);
      long[][] batches = new long[in.readInt()][];
      for (int i = 0; i < batches.length; i++) {
        batches[i] = readNumbers(in);
      }
      Map<String, Values> weights = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        weights.put(in.readUTF(), readValues(in));
      }
      return new Given(
          model,
          layers,
          heads,
          operands,
          context,
          answersEach,
          rule,
          tokens,
          positions,
          answers,
          trainIds,
          batches,
          weights);
    }
  }

  private static long[] readNumbers(DataInputStream in) throws IOException {
    long[] numbers = new long[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }

  private static Values readValues(DataInputStream in) throws IOException {
    int rows = in.readInt();
    int columns = in.readInt();
    double[] flat = new double[rows * columns];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = in.readDouble();
    }
    return new Values(rows, columns, flat);
  }
}
