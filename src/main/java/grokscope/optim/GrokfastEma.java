package grokscope.optim;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.kernel.StateArchive;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.List;

/**
 * Grokfast with an exponential mean (Lee et al. 2024): h ← α·h + (1 − α)·g, g ← g + λ·h, where h
 * starts as the first gradient, as in the authors' code. Trainer thread only.
 */
final class GrokfastEma implements GradientFilter {
  static final Kind<GradientFilterFactory> KIND =
      new Kind<>(
          "grokfastEma",
          "Grokfast (EMA)",
          "Adds a running mean of the gradients, their slow part, to each gradient.",
          List.of(
              Knobs.real("alpha")
                  .titled("α")
                  .says("The share of the running mean that is kept at each step.")
                  .live()
                  .initially(0.98)
                  .range(0, 0.999_999),
              GrokfastKnobs.lambda(2)),
          Kind.Check.NONE,
          new GradientFilterFactory(settings -> 1, GrokfastEma::new));

  private record Slow(Parameter parameter, Matrix mean) {}

  private final LaneShares<Slow> slows;
  private Settings settings;
  private boolean begun;

  private GrokfastEma(Settings settings, Parameters parameters, Backend backend) {
    this.settings = settings;
    slows =
        new LaneShares<>(
            backend,
            parameters,
            parameter -> {
              Matrix like = parameter.gradient();
              return new Slow(parameter, backend.zeros(like.rows(), like.columns()));
            });
  }

  @Override
  public void filter() {
    double kept = begun ? settings.real("alpha") : 0;
    double lambda = settings.real("lambda");
    begun = true;
    slows.onEach(
        (kernels, slow) -> {
          Matrix gradient = slow.parameter().gradient();
          kernels.elements().blend(1 - kept, gradient, kept, slow.mean());
          kernels.elements().blend(lambda, slow.mean(), 1, gradient);
        });
  }

  @Override
  public void retune(Settings latest) {
    settings = latest;
  }

  @Override
  public void forget() {
    begun = false;
  }

  @Override
  public void archive(StateArchive state) {
    begun = state.flag("optimizer.filter.begun", begun);
    for (Slow slow : slows.all()) {
      state.matrix("optimizer.filter.mean." + slow.parameter().name(), slow.mean());
    }
  }

  @Override
  public void close() {
    slows.all().forEach(slow -> slow.mean().close());
  }
}
