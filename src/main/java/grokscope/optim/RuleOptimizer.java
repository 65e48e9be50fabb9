package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.kernel.StateArchive;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule with its schedule, its decay and what it remembers. There is one of each for the
 * embeddings, whose learning rate may be another, one for the other matrices, and one for biases
 * and layer normalisations, which may not decay. Trainer thread only.
 */
final class RuleOptimizer implements Optimizer {
  /** A parameter, what its rule remembers, and where it started if the decay goes there. */
  private record Slot(
      Parameter parameter, List<Matrix> memory, @Nullable Matrix start, Pull pull) {}

  /** What changes a parameter. */
  private record Pull(Rule rule, Decay decay) {
    void begin(Settings settings, double rate, double strength, int update) {
      rule.begin(settings, rate, strength, update);
      decay.begin(settings, rate, strength);
    }

    void change(Kernels kernels, Slot slot) {
      decay.toGradient(kernels, slot.parameter(), slot.start());
      rule.change(kernels, slot.parameter(), slot.memory());
      decay.toWeights(kernels, slot.parameter(), slot.start());
    }
  }

  private final Pull embeddings;
  private final Pull matrices; // the others
  private final Pull vectors; // biases, gains
  private final Schedule schedule;
  private final LaneShares<Slot> slots;
  private Settings settings;
  private int updates;
  private int forgotten; // updates of which nothing is remembered

  RuleOptimizer(
      Supplier<Rule> rule,
      Supplier<Decay> decay,
      Settings settings,
      int steps,
      Parameters parameters,
      Backend backend) {
    embeddings = new Pull(rule.get(), decay.get());
    matrices = new Pull(rule.get(), decay.get());
    vectors = new Pull(rule.get(), decay.get());
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
      backend.kernels(0).elements().blend(1, value, 0, start);
    }
    Pull pull =
        switch (parameter.part()) {
          case EMBEDDING -> embeddings;
          case BIAS, NORM -> vectors;
          default -> matrices;
        };
    int memories = pull.rule().memories(settings);
    return new Slot(parameter, Stream.generate(zeros).limit(memories).toList(), start, pull);
  }

  @Override
  public void update() {
    updates++;
    double rate = settings.real("learningRate") * schedule.factor(updates);
    double decay = Decay.strength(settings, true);
    int update = updates - forgotten;
    embeddings.begin(settings, rate * settings.real("embeddingRate"), decay, update);
    matrices.begin(settings, rate, decay, update);
    vectors.begin(settings, rate, Decay.strength(settings, false), update);
    slots.onEach((kernels, slot) -> slot.pull().change(kernels, slot));
  }

  @Override
  public void retune(Settings latest) {
    settings = latest;
  }

  @Override
  public void forget() {
    forgotten = updates;
    slots.onEach((kernels, slot) -> slot.memory().forEach(kernels.elements()::zero));
  }

  @Override
  public void archive(StateArchive state) {
    updates = state.count("optimizer.updates", updates);
    forgotten = state.count("optimizer.forgotten", forgotten);
    for (Slot slot : slots.all()) {
      String name = slot.parameter().name();
      for (int i = 0; i < slot.memory().size(); i++) {
        state.matrix("optimizer." + i + "." + name, slot.memory().get(i));
      }
      if (slot.start() != null) {
        state.matrix("optimizer.start." + name, slot.start());
      }
    }
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
