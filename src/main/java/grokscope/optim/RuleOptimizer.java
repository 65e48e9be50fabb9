package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.List;
import java.util.stream.Stream;

/** A rule with its schedule, its decay and what it remembers. Trainer thread only. */
final class RuleOptimizer implements Optimizer {
  private record Slot(Parameter parameter, List<Matrix> memory) {}

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
    int memories = rule.memories(settings);
    slots = new LaneShares<>(backend, parameters, parameter -> slot(parameter, memories, backend));
  }

  private static Slot slot(Parameter parameter, int memories, Backend backend) {
    Matrix value = parameter.value();
    return new Slot(
        parameter,
        Stream.generate(() -> backend.zeros(value.rows(), value.columns()))
            .limit(memories)
            .toList());
  }

  @Override
  public void update() {
    updates++;
    rule.begin(settings, settings.real("learningRate") * schedule.factor(updates), updates);
    decay.begin(settings);
    slots.onEach(
        (kernels, slot) -> {
          decay.toGradient(kernels, slot.parameter());
          rule.change(kernels, slot.parameter(), slot.memory());
        });
  }

  @Override
  public void retune(Settings latest) {
    settings = latest;
  }

  @Override
  public void close() {
    slots.all().forEach(slot -> slot.memory().forEach(Matrix::close));
  }
}
