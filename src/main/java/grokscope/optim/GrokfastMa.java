package grokscope.optim;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.kernel.StateArchive;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Grokfast with a window (Lee et al. 2024): g ← g + λ·(mean of the last W gradients, this one
 * included); as in the authors' code, nothing is added before there are W. Trainer thread only.
 *
 * <p>A running sum from which old gradients are taken away would keep the rounding of the large
 * first ones for ever. So gradients come in rounds of W: the present round is summed as it comes,
 * and of the round before, slot i holds the sum of its gradients from i on, until gradient i of the
 * present round takes the slot. The window's sum is then one sum of each round, and nothing is ever
 * subtracted.
 */
final class GrokfastMa implements GradientFilter {
  private static final String WINDOW = "window";

  static final Kind<GradientFilterFactory> KIND =
      new Kind<>(
          "grokfastMa",
          "Grokfast (window)",
          "Adds the mean of the last gradients, their slow part, to each gradient.",
          List.of(
              Knobs.whole(WINDOW)
                  .titled("Window")
                  .says("How many gradients the mean covers; all of them are kept in memory.")
                  .nextRun()
                  .initially(100)
                  .range(1, 100_000)
                  .sliderTo(500),
              GrokfastKnobs.lambda(5)),
          Kind.Check.NONE,
          new GradientFilterFactory(settings -> settings.whole(WINDOW) + 1, GrokfastMa::new));

  private record Past(Parameter parameter, List<Matrix> slots, Matrix sum) {
    /**
     * Takes a gradient into the window.
     *
     * @param slot the gradient's number in the present round
     * @param weight what the window's sum is multiplied with before it is added to the gradient
     */
    void take(Kernels kernels, int slot, double weight) {
      Matrix gradient = parameter.gradient();
      kernels.elements().blend(1, gradient, slot == 0 ? 0 : 1, sum);
      kernels.elements().blend(1, gradient, 0, slots.get(slot));
      boolean last = slot == slots.size() - 1;
      if (weight > 0) {
        kernels.elements().blend(weight, sum, 1, gradient);
        if (!last) {
          kernels.elements().blend(weight, slots.get(slot + 1), 1, gradient);
        }
      }
      if (last) {
        for (int i = slots.size() - 2; i >= 0; i--) {
          kernels.elements().blend(1, slots.get(i + 1), 1, slots.get(i));
        }
      }
    }
  }

  private final LaneShares<Past> pasts;
  private final int window;
  private Settings settings;
  private int next;
  private boolean full;

  private GrokfastMa(Settings settings, Parameters parameters, Backend backend) {
    this.settings = settings;
    this.window = settings.whole(WINDOW);
    pasts =
        new LaneShares<>(
            backend,
            parameters,
            parameter -> {
              Matrix like = parameter.gradient();
              Supplier<Matrix> zeros = () -> backend.zeros(like.rows(), like.columns());
              return new Past(
                  parameter, Stream.generate(zeros).limit(window).toList(), zeros.get());
            });
  }

  @Override
  public void filter() {
    int slot = next;
    boolean last = slot == window - 1;
    full |= last;
    double weight = full ? settings.real("lambda") / window : 0;
    pasts.onEach((kernels, past) -> past.take(kernels, slot, weight));
    next = last ? 0 : slot + 1;
  }

  @Override
  public void retune(Settings latest) {
    settings = latest;
  }

  @Override
  public void forget() {
    next = 0;
    full = false;
  }

  @Override
  public void archive(StateArchive state) {
    next = state.count("optimizer.filter.next", next);
    full = state.flag("optimizer.filter.full", full);
    for (Past past : pasts.all()) {
      String name = past.parameter().name();
      state.matrices("optimizer.filter.slots." + name, past.slots());
      state.matrix("optimizer.filter.sum." + name, past.sum());
    }
  }

  @Override
  public void close() {
    for (Past past : pasts.all()) {
      past.slots().forEach(Matrix::close);
      past.sum().close();
    }
  }
}
