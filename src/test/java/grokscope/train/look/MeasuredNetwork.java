package grokscope.train.look;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.measure.Measure;
import grokscope.measure.Probe;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Choices;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every column of a network at one step, for tests of measures. */
public final class MeasuredNetwork {
  private MeasuredNetwork() {}

  /** The values of an experiment's network, by the ids of their metrics. */
  public static Map<String, Double> measured(RunConfig config, Experiment experiment) {
    Map<String, Double> values = new LinkedHashMap<>();
    Probe probe = experiment.look().probe();
    for (Measure measure : new Choices(config).measures()) {
      values.put(measure.metric().id(), measure.of(probe, true));
    }
    return values;
  }

  /**
   * The same of a new network.
   *
   * @param weights all that it has, as {@link Experiment#weights()} names and shapes them; none to
   *     leave those that it begins with
   */
  public static Map<String, Double> measured(RunConfig config, Tensor... weights)
      throws InvalidConfig {
    try (Backend backend = new CpuBackend(2);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      if (weights.length > 0) {
        experiment.training().load(List.of(weights));
      }
      return measured(config, experiment);
    }
  }
}
