package grokscope.optim;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import grokscope.telemetry.Part;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * AdamW against numbers that PyTorch 1.13 printed in float64 for the same problem:
 *
 * <pre>
 * opt = torch.optim.AdamW([w], lr=1e-2, betas=(0.9, 0.98), eps=1e-8, weight_decay=1.0)
 * sch = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min(s / 10, 1))
 * for t in range(20): loss = (0.5 * (w * c - s * (1 + 0.1 * t)) ** 2).sum() …
 * </pre>
 */
class AdamWTest {
  private static final double[] START = {0.5, -1.25, 2.0, 0.0, 1e-3, -3.0};
  private static final double[] C = {1.0, 2.0, -1.0, 0.5, 3.0, -2.0};
  private static final double[] S = {0.3, -0.2, 0.1, 1.0, -1.0, 0.7};
  private static final Map<Integer, double[]> PYTORCH =
      Map.of(
          1, START,
          2,
              new double[] {
                0.4985067159558108, -1.2477501952658692, 1.9969999018053133,
                0.0010008913228019202, -1.8920131157917387e-06, -2.996000304838776
              },
          5,
              new double[] {
                0.4856016040211869, -1.2275923373170665, 1.9701016016146142,
                0.010012646512840982, -0.009022469835124794, -2.960158896927058
              },
          11,
              new double[] {
                0.44760831770734855, -1.1296692651347753, 1.8389229525693391,
                0.0547370225692042, -0.053755934439182265, -2.7858026832601395
              },
          20,
              new double[] {
                0.4683866550336385, -0.9500185537687047, 1.5942076254205138,
                0.1417582439294496, -0.1404316793108135, -2.4634109460713107
              });

  @Test
  void twentyStepsAreThoseOfPyTorchInDouble() {
    follow(Nd4jBackend.inDouble(), 1e-12);
  }

  @Test
  void twentyStepsAreThoseOfPyTorchInFloatOnTheHost() {
    follow(new CpuBackend(1), 2e-6);
  }

  @Test
  void twentyStepsAreThoseOfPyTorchInFloatOnNd4j() {
    follow(Nd4jBackend.inFloat(), 2e-6);
  }

  @Test
  void decayAloneShrinksTheSquaredNormByTheKnownLaw() {
    try (Backend backend = new CpuBackend(1)) {
      Parameters parameters = parameters(backend);
      Optimizer optimizer =
          kind().factory().build(settings(Map.of("warmupSteps", 0L)), 20, parameters, backend);
      for (int i = 0; i < 100; i++) {
        optimizer.update(); // the gradient stays zero
      }
      double before = sumOfSquares(START);
      double after = sumOfSquares(parameters.list().get(0).value().toDoubles());
      assertThat(after / before)
          .isCloseTo(Math.pow(1 - 1e-2 * 1.0, 200), Offset.offset(1e-5)); // (1 − lr·wd)^2t
    }
  }

  @Test
  void retunedDecayActsFromTheNextUpdate() {
    try (Backend backend = new CpuBackend(1)) {
      Parameters parameters = parameters(backend);
      Optimizer optimizer =
          kind().factory().build(settings(Map.of("warmupSteps", 0L)), 20, parameters, backend);
      optimizer.retune(settings(Map.of("warmupSteps", 0L, "weightDecay", 0.0)));
      optimizer.update();
      assertThat(parameters.list().get(0).value().toDoubles()[2]).isEqualTo(2.0);
    }
  }

  private static void follow(Backend backend, double tolerance) {
    try (backend) {
      Parameters parameters = parameters(backend);
      Parameter w = parameters.list().get(0);
      Optimizer optimizer = kind().factory().build(settings(Map.of()), 20, parameters, backend);
      for (int t = 0; t < 20; t++) {
        double[] weights = w.value().toDoubles();
        double[] gradient = new double[weights.length];
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] = (weights[i] * C[i] - S[i] * (1 + 0.1 * t)) * C[i];
        }
        w.gradient().set(gradient);
        optimizer.update();
        if (PYTORCH.containsKey(t + 1)) {
          assertThat(w.value().toDoubles())
              .as("after update %d", t + 1)
              .containsExactly(PYTORCH.get(t + 1), Offset.offset(tolerance));
        }
      }
    }
  }

  private static Parameters parameters(Backend backend) {
    Parameters parameters = new Parameters(backend, 1, new SplittableRandom(1));
    parameters.normal(Part.HIDDEN, "w", 2, 3, 0);
    parameters.list().get(0).value().set(START);
    return parameters;
  }

  private static Settings settings(Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(kind().defaults().values());
    values.put("learningRate", 1e-2);
    values.put("weightDecay", 1.0);
    values.putAll(changes);
    return new Settings("adamw", values);
  }

  private static Kind<OptimizerFactory> kind() {
    return Optimizers.ALL.get(0);
  }

  private static double sumOfSquares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
