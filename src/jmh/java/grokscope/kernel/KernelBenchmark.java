package grokscope.kernel;

import grokscope.kernel.cpu.CpuBackend;
import grokscope.kernel.nd4j.Nd4jBackend;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Every kernel on one lane, in the sizes of one batch of the paper's network: 256 examples of three
 * tokens, 4 heads of 32, 512 neurons, 114 classes, a table of 229 rows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
  private static final int EXAMPLES = 256;
  private static final int WIDTH = 128;
  private static final int NEURONS = 512;
  private static final int CLASSES = 114;
  private static final int ROWS = 229;

  /** Which kernels. */
  @Param({"cpu", "nd4j"})
  public String backend;

  private final AttentionShape shape = new AttentionShape(4, 32, 3);
  private final int[] targets = new int[EXAMPLES];
  private final LossSum loss = new LossSum();
  private final SplittableRandom noise = new SplittableRandom(2);
  private Backend made;
  private Kernels kernels;
  private Indices keys;
  private Indices queries;
  private AttentionQueries asking;
  private Matrix neurons;
  private Matrix dNeurons;
  private Matrix toLogits;
  private Matrix logits;
  private Matrix dLogits;
  private Matrix bias;
  private Matrix scores;
  private Matrix pattern;
  private Matrix dPattern;
  private Matrix tables;
  private Matrix dTables;
  private Matrix rows;
  private Matrix heads;
  private Matrix dRows;
  private Matrix moments;
  private Matrix squares;
  private Matrix gain;
  private Matrix normal;
  private Matrix scales;
  private Matrix dHeads;

  /** Makes all matrices. */
  @Setup
  public void make() {
    made = backend.equals("cpu") ? new CpuBackend(1) : Nd4jBackend.inFloat();
    kernels = made.kernels(0);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < EXAMPLES; i++) {
      targets[i] = random.nextInt(CLASSES);
    }
    keys = new Indices(EXAMPLES * 3);
    queries = new Indices(EXAMPLES);
    for (int i = 0; i < EXAMPLES; i++) { // sorted by the first operand, as in a run
      keys.set(3 * i, i / 34);
      keys.set(3 * i + 1, 114 + random.nextInt(113));
      keys.set(3 * i + 2, ROWS - 1);
      queries.set(i, ROWS - 1);
    }
    asking = AttentionQueries.at(queries, EXAMPLES, 3, true);
    for (int i = 0; i < EXAMPLES; i++) {
      asking.ask(i, 0, 2);
    }
    neurons = drawn(EXAMPLES, NEURONS, random);
    dNeurons = drawn(EXAMPLES, NEURONS, random);
    toLogits = drawn(NEURONS, CLASSES, random);
    logits = drawn(EXAMPLES, CLASSES, random);
    dLogits = drawn(EXAMPLES, CLASSES, random);
    bias = drawn(1, NEURONS, random);
    scores = drawn(ROWS, 4, random);
    pattern = made.zeros(EXAMPLES, 12);
    kernels.mixtures().pattern(shape, scores, keys, pattern);
    dPattern = made.zeros(EXAMPLES, 12);
    tables = drawn(ROWS, 4 * NEURONS, random);
    dTables = made.zeros(ROWS, 4 * NEURONS);
    rows = drawn(ROWS, WIDTH, random);
    dRows = made.zeros(ROWS, WIDTH);
    heads = drawn(EXAMPLES, WIDTH, random);
    moments = made.zeros(NEURONS, CLASSES);
    squares = made.zeros(NEURONS, CLASSES);
    gain = drawn(1, WIDTH, random);
    normal = made.zeros(EXAMPLES, WIDTH);
    scales = made.zeros(EXAMPLES, 1);
    dHeads = made.zeros(EXAMPLES, WIDTH);
  }

  private Matrix drawn(int count, int columns, SplittableRandom random) {
    Matrix matrix = made.zeros(count, columns);
    matrix.set(random.doubles(matrix.size(), -1, 1).toArray());
    return matrix;
  }

  @TearDown
  public void close() {
    made.close();
  }

  @Benchmark
  public void multiply() {
    kernels.multiply(neurons, false, toLogits, false, logits, false);
  }

  @Benchmark
  public void multiplyTransposed() {
    kernels.multiply(neurons, true, dLogits, false, moments, false);
  }

  @Benchmark
  public void gather() {
    kernels.gather(rows, queries, heads, false);
  }

  @Benchmark
  public void scatterAdd() {
    kernels.scatterAdd(heads, queries, dRows);
  }

  @Benchmark
  public void biasActivate() {
    kernels.activations().biasActivate(neurons, bias, Activation.RELU, dNeurons);
  }

  @Benchmark
  public void biasActivateBackward() {
    kernels.activations().biasActivateBackward(neurons, Activation.RELU, dNeurons, bias);
  }

  @Benchmark
  public void tanh() {
    kernels.activations().biasActivate(neurons, null, Activation.TANH, dNeurons);
  }

  @Benchmark
  public void gelu() {
    kernels.activations().biasActivate(neurons, null, Activation.GELU, dNeurons);
  }

  @Benchmark
  public void geluBackward() {
    kernels.activations().biasActivateBackward(neurons, Activation.GELU, dNeurons, null);
  }

  @Benchmark
  public void layerNorm() {
    kernels.norm().forward(heads, gain, gain, normal, scales, dHeads);
  }

  @Benchmark
  public void layerNormBackward() {
    kernels.norm().backward(gain, normal, scales, heads, dHeads, gain, gain);
  }

  @Benchmark
  public void crossEntropy() {
    kernels.losses().add(LossFormula.CROSS_ENTROPY, logits, targets, 1.0 / EXAMPLES, dLogits, loss);
  }

  @Benchmark
  public void crossEntropyInFloat() {
    kernels
        .losses()
        .add(LossFormula.CROSS_ENTROPY_IN_FLOAT, logits, targets, 1.0 / EXAMPLES, dLogits, loss);
  }

  @Benchmark
  public void stableMax() {
    kernels.losses().add(LossFormula.STABLE_MAX, logits, targets, 1.0 / EXAMPLES, dLogits, loss);
  }

  @Benchmark
  public void squaredError() {
    kernels.losses().add(LossFormula.SQUARED_ERROR, logits, targets, 1.0 / EXAMPLES, dLogits, loss);
  }

  @Benchmark
  public void pattern() {
    kernels.mixtures().pattern(shape, scores, keys, pattern);
  }

  @Benchmark
  public void mix() {
    kernels.mixtures().mix(shape, pattern, keys, tables, neurons);
  }

  @Benchmark
  public void mixBackward() {
    kernels.mixtures().mixBackward(shape, pattern, keys, tables, dNeurons, dPattern, dTables);
  }

  @Benchmark
  public void attention() {
    kernels.attention().forward(shape, rows, asking, rows, rows, keys, pattern, heads);
  }

  @Benchmark
  public void attentionBackward() {
    kernels
        .attention()
        .backward(shape, rows, asking, rows, rows, keys, pattern, heads, dRows, dRows, dRows);
  }

  @Benchmark
  public void adamW() {
    kernels
        .updates()
        .adamW(new AdamWStep(1e-3, 1, 0.9, 0.98, 1e-8, 10), toLogits, toLogits, moments, squares);
  }

  @Benchmark
  public void blend() {
    kernels.elements().blend(0.5, neurons, 0.5, dNeurons);
  }

  @Benchmark
  public void addSigns() {
    kernels.updates().addSigns(1e-3, neurons, dNeurons);
  }

  @Benchmark
  public void shrink() {
    kernels.updates().shrink(dNeurons, 1e-6);
  }

  @Benchmark
  public void addNoise() {
    kernels.elements().addNoise(1e-3, noise, dNeurons);
  }

  @Benchmark
  public double dot() {
    return kernels.elements().dot(neurons, dNeurons);
  }

  @Benchmark
  public double sumOfSquares() {
    return kernels.elements().sumOfSquares(neurons);
  }
}
