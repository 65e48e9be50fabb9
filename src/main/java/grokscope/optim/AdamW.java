package grokscope.optim;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Scale;
import grokscope.config.Settings;
import grokscope.kernel.AdamWStep;
import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * AdamW with PyTorch's semantics: decay is decoupled and multiplied with the learning rate, moments
 * are bias-corrected, epsilon is added to the corrected root. The learning rate rises linearly:
 * update t (from 1) has rate·min((t − 1) / warmupSteps, 1), so with warm-up the first update
 * changes nothing, as in the code of Nanda et al. Trainer thread only.
 */
final class AdamW implements Optimizer {
  static final Kind<OptimizerFactory> KIND =
      new Kind<>(
          "adamw",
          "AdamW",
          "Adam with decoupled weight decay.",
          List.of(
              new Knob.Real(
                  "learningRate",
                  "Learning rate",
                  "How far one update moves the weights.",
                  Acts.LIVE,
                  1e-3,
                  0,
                  1e9,
                  1e-5,
                  1,
                  Scale.LOGARITHMIC),
              new Knob.Real(
                  "weightDecay",
                  "Weight decay",
                  "How strongly the weights are pulled towards zero; grokking lives on it.",
                  Acts.LIVE,
                  1,
                  0,
                  1000,
                  0.01,
                  100,
                  Scale.ZERO_THEN_LOGARITHMIC),
              moment("beta1", "β₁", "How long the mean gradient is remembered.", 0.9),
              moment("beta2", "β₂", "How long the mean squared gradient is remembered.", 0.98),
              new Knob.Real(
                  "epsilon",
                  "ε",
                  "Keeps the update finite where gradients vanish.",
                  Acts.NEXT_RUN,
                  1e-8,
                  1e-30,
                  1,
                  1e-12,
                  1e-2,
                  Scale.LOGARITHMIC),
              new Knob.Whole(
                  "warmupSteps",
                  "Warm-up steps",
                  "Over how many steps the learning rate rises from zero.",
                  Acts.NEXT_RUN,
                  10,
                  0,
                  1_000_000,
                  1000,
                  Scale.LINEAR)),
          Kind.Check.NONE,
          AdamW::new);

  private static Knob moment(String name, String title, String sentence, double start) {
    return new Knob.Real(
        name, title, sentence, Acts.NEXT_RUN, start, 0, 0.999_999, 0, 0.999_999, Scale.LINEAR);
  }

  private record Moments(Parameter parameter, Matrix mean, Matrix meanSquare) {}

  private final Backend backend;
  private final List<List<Moments>> perLane = new ArrayList<>();
  private Settings settings;
  private int updates;

  private AdamW(Settings settings, Parameters parameters, Backend backend) {
    this.settings = settings;
    this.backend = backend;
    long[] load = new long[backend.lanes()];
    for (int lane = 0; lane < backend.lanes(); lane++) {
      perLane.add(new ArrayList<>());
    }
    for (Parameter parameter : parameters.list()) {
      Matrix value = parameter.value();
      int lane = leastLoaded(load);
      load[lane] += value.size();
      perLane
          .get(lane)
          .add(
              new Moments(
                  parameter,
                  backend.zeros(value.rows(), value.columns()),
                  backend.zeros(value.rows(), value.columns())));
    }
  }

  private static int leastLoaded(long[] load) {
    int best = 0;
    for (int lane = 1; lane < load.length; lane++) {
      best = load[lane] < load[best] ? lane : best;
    }
    return best;
  }

  @Override
  public void update() {
    updates++;
    AdamWStep step =
        new AdamWStep(
            rate(updates),
            settings.real("weightDecay"),
            settings.real("beta1"),
            settings.real("beta2"),
            settings.real("epsilon"),
            updates);
    backend.onEveryLane(
        lane -> {
          List<Moments> mine = perLane.get(lane);
          for (int i = 0; i < mine.size(); i++) {
            Moments of = mine.get(i);
            backend
                .kernels(lane)
                .adamW(
                    step,
                    of.parameter().value(),
                    of.parameter().gradient(),
                    of.mean(),
                    of.meanSquare());
          }
        });
  }

  /** The learning rate of an update, from 1. */
  private double rate(int update) {
    int warmup = settings.whole("warmupSteps");
    double factor = warmup == 0 ? 1 : Math.min((update - 1) / (double) warmup, 1);
    return settings.real("learningRate") * factor;
  }

  @Override
  public void retune(Settings latest) {
    settings = latest;
  }

  @Override
  public void close() {
    for (List<Moments> lane : perLane) {
      for (Moments of : lane) {
        of.mean().close();
        of.meanSquare().close();
      }
    }
  }
}
