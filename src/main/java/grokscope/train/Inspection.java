package grokscope.train;

import grokscope.measure.CircuitReport;
import grokscope.measure.Insight;
import grokscope.measure.LogitMap;
import grokscope.measure.SoftmaxSaturation;
import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.measure.fourier.Table;
import grokscope.model.Parameters;
import java.util.function.Supplier;

/** One thorough look. Trainer thread only, and only until the next step. */
final class Inspection implements Insight {
  private final Inspector inspector;
  private final CircuitProbe probe;
  private final WeightTables weights;
  private final Supplier<CircuitReport> circuit;
  private final Supplier<NeuronFrequencies> neurons;
  private final Supplier<LogitMap> logitMap;
  private final Supplier<double[]> characterShares;
  private final Supplier<SoftmaxSaturation> saturation;

  /**
   * A look that has not seen anything yet.
   *
   * @param probe null when the task is no table of sums
   */
  Inspection(Inspector inspector, Parameters parameters, CircuitProbe probe) {
    this.inspector = inspector;
    this.probe = probe;
    weights = new WeightTables(parameters);
    circuit = new Remembered<>(() -> probe.report());
    neurons = new Remembered<>(() -> probe.neurons(inspector.allNeurons().table()));
    logitMap = new Remembered<>(() -> probe.logitMap(weights.logitMap()));
    characterShares = new Remembered<>(inspector::characterShares);
    saturation = new Remembered<>(() -> inspector.saturation().found());
  }

  @Override
  public CircuitReport circuit() {
    return circuit.get();
  }

  @Override
  public NeuronFrequencies neurons() {
    return neurons.get();
  }

  @Override
  public LogitMap logitMap() {
    return logitMap.get();
  }

  @Override
  public Table numbers() {
    return probe.embedding();
  }

  @Override
  public double[] characterShares() {
    return characterShares.get();
  }

  @Override
  public Table embedding() {
    return weights.embedding();
  }

  @Override
  public Table features() {
    return inspector.someNeurons().table();
  }

  @Override
  public SoftmaxSaturation saturation() {
    return saturation.get();
  }

  @Override
  public double trainComplexity() {
    return inspector.complexity(true);
  }

  @Override
  public double testComplexity() {
    return inspector.complexity(false);
  }
}
