package grokscope.train.peer;

import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.task.Examples;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our steps; each number of threads has an experiment of its own. */
final class OurSide implements Side, AutoCloseable {
  private record Setup(Backend backend, Experiment experiment) {}

  private final Map<Integer, Setup> setups = new LinkedHashMap<>();

  OurSide(RunConfig config, Examples examples, List<Integer> threadChoices) {
    for (int threads : threadChoices) {
      Backend backend = new CpuBackend(threads);
      setups.put(
          threads,
          new Setup(
              backend, new ExperimentFactory(backend).make(config, examples, Optional.empty())));
    }
  }

  /** Takes so many steps and returns the loss before the last update. */
  double train(int threads, int steps) {
    return train(setups.get(threads).experiment(), steps);
  }

  /** The same in double precision, through the reference kernels. */
  static double trainInDouble(RunConfig config, Examples examples, int steps) {
    try (Backend backend = Nd4jBackend.inDouble();
        Experiment experiment =
            new ExperimentFactory(backend).make(config, examples, Optional.empty())) {
      return train(experiment, steps);
    }
  }

  private static double train(Experiment experiment, int steps) {
    double loss = Double.NaN;
    for (int i = 0; i < steps; i++) {
      loss = experiment.training().gradient();
      experiment.training().update();
    }
    return loss;
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public List<Integer> threadChoices() {
    return new ArrayList<>(setups.keySet());
  }

  @Override
  public StepTimes block(int threads, Duration length) {
    return StepTimes.of(length, setups.get(threads).experiment().training()::update);
  }

  @Override
  public void close() {
    for (Setup setup : setups.values()) {
      setup.experiment().close();
      setup.backend().close();
    }
  }
}
