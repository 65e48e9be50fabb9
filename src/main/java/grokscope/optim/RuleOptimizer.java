package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A rule with its schedule, its decay and what it remembers. Trainer thread only. */
final class RuleOptimizer implements Optimizer {
  /** A parameter, what its rule remembers, and where it started if the decay goes there. */
  private record Slot(Parameter parameter, List<Matrix> memory, Matrix start) {}

  private final Rule rule;
  private final Decay decay;
  private final Schedule schedule;
  private final LaneShares<Slot> slots;
  private Settings settings;
  private int updates;

  RuleOptimizer(
      Rule rule,
      Decay decay,
      Settings settings,
      int steps,
      Parameters parameters,
      Backend backend) {
    this.rule = rule;
    this.decay = decay;
    this.settings = settings;
    this.schedule = Schedule.of(settings, steps);
    slots = new LaneShares<>(backend, parameters, parameter -> slot(parameter, backend));
  }

  private Slot slot(Parameter parameter, Backend backend) {
    Matrix value = parameter.value();
    Supplier<Matrix> zeros = () -> backend.zeros(value.rows(), value.columns());
    Matrix start = null;
    if (Decay.needsStart(settings)) {
      start = zeros.get();
      backend.kernels(0).blend(1, value, 0, start);
    }
    return new Slot(
        parameter, Stream.generate(zeros).limit(rule.memories(settings)).toList(), start);
  }

  @Override
  public void update() {
    updates++;
    double rate = settings.real("learningRate") * schedule.factor(updates);
    rule.begin(settings, rate, updates);
    decay.begin(settings, rate);
    slots.onEach(
        (kernels, slot) -> {
          decay.toGradient(kernels, slot.parameter(), slot.start());
          rule.change(kernels, slot.parameter(), slot.memory());
          decay.toWeights(kernels, slot.parameter(), slot.start());
        });
  }

  @Override
  public void retune(Settings latest) {
    settings = latest;
  }

  @Override
  public void close() {
    for (Slot slot : slots.all()) {
      slot.memory().forEach(Matrix::close);
      if (slot.start() != null) {
        slot.start().close();
      }
    }
  }
}
