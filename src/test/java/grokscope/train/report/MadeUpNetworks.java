package grokscope.train.report;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Laboratory;
import grokscope.train.look.NetworkReport;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.ArrayList;
import java.util.List;

/** Networks that were written down, so that everything that is read of them is known beforehand. */
final class MadeUpNetworks {
  static final int P = 29;

  /** What the added table answers: three waves, each of this height. */
  static final int[] WAVES = {4, 9, 13};

  static final double HEIGHT = 20;

  /** The share of the embedding that nothing reads. */
  static final double UNREAD = 0.065;

  private static final int PHASES = 3; // each of both operands, enough for all else to cancel
  private static final int PER_WAVE = PHASES * PHASES;
  private static final int NEURONS = PER_WAVE * WAVES.length;
  private static final int WIDTH = 2 * WAVES.length + 2;
  private static final Catalog CATALOG = new Laboratory(1L << 30).catalog();

  private MadeUpNetworks() {}

  /** An entry of a matrix. */
  interface Entry {
    double at(int row, int column);
  }

  static RunConfig config(Object... pathsAndValues) throws InvalidConfig {
    RunConfig config = CATALOG.with(CATALOG.defaults(), "measures", "all");
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      config = CATALOG.with(config, (String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    CATALOG.check(config);
    return config;
  }

  static Tensor tensor(String name, int rows, int columns, Entry entry) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) entry.at(i / columns, i % columns);
    }
    return new Tensor(name, new int[] {rows, columns}, values);
  }

  /** The settings of {@link #sums}, for one of the operations. */
  static RunConfig ofSums(String operation) throws InvalidConfig {
    return config(
        "task.modulus",
        (long) P,
        "task.operation",
        operation,
        "model.embedding",
        (long) WIDTH,
        "model.width",
        (long) NEURONS,
        "model.activation",
        "square",
        "model.biases",
        "off");
  }

  /**
   * A network that adds: its embedding holds cosine and sine of three frequencies, and beside them
   * of frequency 1, which no neuron reads. A neuron squares cos(2πkx/p + φ) + cos(2πky/p + ψ) and
   * writes cos(2πkz/p + φ + ψ); with all nine pairs of three phases for each frequency, everything
   * but the cosine of x + y − z cancels exactly.
   */
  static List<Tensor> sums() {
    double weak = Math.sqrt(WAVES.length * UNREAD / (1 - UNREAD));
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(
        tensor(
            "embed.W_E",
            P,
            WIDTH,
            (x, column) -> {
              int wave = column / 2;
              int k = wave < WAVES.length ? WAVES[wave] : 1;
              double angle = 2 * Math.PI * k * x / P;
              return (wave < WAVES.length ? 1 : weak)
                  * (column % 2 == 0 ? Math.cos(angle) : Math.sin(angle));
            }));
    for (int operand = 0; operand < 2; operand++) {
      int which = operand;
      tensors.add(
          tensor(
              "hidden.0.W_" + operand,
              WIDTH,
              NEURONS,
              (column, n) -> {
                if (column / 2 != n / PER_WAVE) {
                  return 0;
                }
                double phase = phase(n, which);
                return column % 2 == 0 ? Math.cos(phase) : -Math.sin(phase);
              }));
    }
    tensors.add(
        tensor(
            "unembed.W_U",
            NEURONS,
            P,
            (n, z) ->
                2
                    * HEIGHT
                    / PER_WAVE
                    * Math.cos(
                        2 * Math.PI * WAVES[n / PER_WAVE] * z / P + phase(n, 0) + phase(n, 1))));
    return tensors;
  }

  private static double phase(int neuron, int operand) {
    int number = operand == 0 ? neuron % PER_WAVE / PHASES : neuron % PHASES;
    return 2 * Math.PI * number / PHASES;
  }

  /** The loss of logits HEIGHT·Σ cos(2πk·(s − z)/p) for the answer that lies so far from s. */
  static double loss(int distance) {
    double sum = 0;
    for (int z = 0; z < P; z++) {
      sum += Math.exp(logit(z));
    }
    return Math.log(sum) - logit(distance);
  }

  private static double logit(int distance) {
    double logit = 0;
    for (int k : WAVES) {
      logit += HEIGHT * Math.cos(2 * Math.PI * k * distance / P);
    }
    return logit;
  }

  static NetworkReport report(RunConfig config, List<Tensor> weights) throws InvalidConfig {
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      experiment.training().load(weights);
      return experiment.look().report();
    }
  }
}
