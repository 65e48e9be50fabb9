package grokscope.optim;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.List;

/**
 * ⊥Grad (Prieto et al. 2025): for each matrix of weights w, g⊥ = g − (⟨w, g⟩ / ⟨w, w⟩)·w, rescaled
 * to the length of g, so that a step cannot lower the loss by merely scaling the weights. Trainer
 * thread only.
 *
 * <p>Where all weights are 0 every gradient is orthogonal and stays. Where nothing but rounding is
 * orthogonal, as for a single weight, the gradient becomes 0 instead of blown-up rounding.
 *
 * <p>What it is for begins where the loss is almost gone, and gradients with it: Adam's epsilon
 * must be far below them (the authors take 1e-25), or the updates end there.
 */
final class OrthogonalGradient implements GradientFilter {
  static final Kind<GradientFilterFactory> KIND =
      new Kind<>(
          "orthogonal",
          "⊥Grad",
          "Keeps only the part of each gradient that is orthogonal to the weights; with Adam it"
              + " needs a tiny ε.",
          List.of(),
          Kind.Check.NONE,
          new GradientFilterFactory(
              settings -> 0,
              (settings, parameters, backend) -> new OrthogonalGradient(parameters, backend)));

  /** A share of the squared length that is nothing but rounding in single precision. */
  private static final double ROUNDING = 1e-12;

  private final LaneShares<Parameter> shares;

  private OrthogonalGradient(Parameters parameters, Backend backend) {
    shares = new LaneShares<>(backend, parameters, parameter -> parameter);
  }

  @Override
  public void filter() {
    shares.onEach(OrthogonalGradient::project);
  }

  private static void project(Kernels kernels, Parameter parameter) {
    Matrix w = parameter.value();
    Matrix g = parameter.gradient();
    double length = kernels.elements().sumOfSquares(w);
    double before = kernels.elements().sumOfSquares(g);
    if (length == 0 || before == 0) {
      return;
    }
    kernels.elements().blend(-kernels.elements().dot(w, g) / length, w, 1, g);
    double left = kernels.elements().sumOfSquares(g);
    if (left <= before * ROUNDING) {
      kernels.elements().zero(g);
    } else {
      kernels.elements().blend(Math.sqrt(before / left), g, 0, g);
    }
  }

  @Override
  public void retune(Settings settings) {
    // There is nothing to set.
  }

  @Override
  public void close() {
    // There is nothing to free.
  }
}
