package grokscope.optim;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import grokscope.telemetry.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every gradient filter on steps that can be computed by hand. */
class GradientFiltersTest {
  private final Backend backend = new CpuBackend(2);
  private final Parameters parameters = new Parameters(backend, 1, new SplittableRandom(1));

  @AfterEach
  void close() {
    parameters.close();
    backend.close();
  }

  private Parameter parameter(double... weights) {
    parameters.normal(Part.HIDDEN, "w" + parameters.list().size(), 1, weights.length, 0);
    Parameter made = parameters.list().get(parameters.list().size() - 1);
    made.value().set(weights);
    return made;
  }

  private GradientFilter filter(String id, Map<String, Object> changes) {
    return kind(id).factory().builder().build(settings(id, changes), parameters, backend);
  }

  private static Settings settings(String id, Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(kind(id).defaults().values());
    assertThat(values.keySet()).containsAll(changes.keySet());
    values.putAll(changes);
    return new Settings(id, values);
  }

  private static Kind<GradientFilterFactory> kind(String id) {
    return GradientFilters.ALL.stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
  }

  private static double[] filtered(GradientFilter filter, Parameter w, double... gradient) {
    w.gradient().set(gradient);
    filter.filter();
    return w.gradient().toDoubles();
  }

  @Test
  void plainChangesNothing() {
    Parameter w = parameter(1, 2);
    try (GradientFilter filter = filter("plain", Map.of())) {
      assertThat(filtered(filter, w, 3, -4)).containsExactly(3, -4);
    }
  }

  @Test
  void theExponentialMeanStartsAsTheFirstGradient() {
    Parameter w = parameter(1, 2);
    Offset<Double> rounding = Offset.offset(1e-6);
    try (GradientFilter filter = filter("grokfastEma", Map.of("alpha", 0.75, "lambda", 2.0))) {
      assertThat(filtered(filter, w, 1, -2)).containsExactly(new double[] {3, -6}, rounding);
      // h = 0.75·(1, −2) + 0.25·(5, 6) = (2, 0)
      assertThat(filtered(filter, w, 5, 6)).containsExactly(new double[] {9, 6}, rounding);
      filter.retune(settings("grokfastEma", Map.of("alpha", 0.5, "lambda", 1.0)));
      // h = 0.5·(2, 0) + 0.5·(0, 4) = (1, 2)
      assertThat(filtered(filter, w, 0, 4)).containsExactly(new double[] {1, 6}, rounding);
    }
  }

  @Test
  void theWindowedMeanGoesOverTheLastGradientsOnceItIsFull() {
    SplittableRandom random = new SplittableRandom(2);
    Parameter w = parameter(1, 2, 3);
    parameter(4); // for the other lane
    for (long window : new long[] {1, 2, 5}) {
      List<double[]> seen = new ArrayList<>();
      try (GradientFilter filter = filter("grokfastMa", Map.of("window", window, "lambda", 3.0))) {
        for (int t = 0; t < 23; t++) {
          double size = t == 0 ? 1e6 : 1; // must leave no trace once it is out of the window
          double[] gradient = random.doubles(3, -size, size).toArray();
          seen.add(0, gradient);
          double[] expected = gradient.clone();
          if (seen.size() >= window) {
            for (double[] past : seen.subList(0, (int) window)) {
              Arrays.setAll(expected, i -> expected[i] + 3.0 / window * past[i]);
            }
          }
          double[] actual = filtered(filter, w, gradient);
          if (t >= window || t == 0) {
            assertThat(actual)
                .as("gradient %d, window %d", t, window)
                .containsExactly(expected, Offset.offset(t == 0 ? 1.0 : 2e-6));
          }
        }
      }
    }
  }

  @Test
  void theOrthogonalPartHasTheLengthOfTheGradient() {
    Parameter w = parameter(3, 4);
    Parameter zero = parameter(0, 0);
    Parameter single = parameter(0.7);
    try (GradientFilter filter = filter("orthogonal", Map.of())) {
      zero.gradient().set(new double[] {5, 6});
      single.gradient().set(new double[] {0.3});
      // (1, 0) − 3/25·(3, 4) = (0.64, −0.48), of length 0.8
      assertThat(filtered(filter, w, 1, 0))
          .containsExactly(new double[] {0.8, -0.6}, Offset.offset(1e-6));
      assertThat(zero.gradient().toDoubles()).containsExactly(5, 6);
      assertThat(single.gradient().toDoubles()).containsExactly(0);
    }
  }

  @Test
  void theOrthogonalPartIsOrthogonalInEveryMatrix() {
    SplittableRandom random = new SplittableRandom(4);
    try (Backend exact = Nd4jBackend.inDouble()) {
      for (Backend each : List.of(backend, exact)) {
        Parameters many = new Parameters(each, 1, random);
        many.normal(Part.HIDDEN, "a", 17, 31, 1);
        many.normal(Part.BIAS, "b", 1, 200, 0.1);
        List<Double> lengths = new ArrayList<>();
        for (Parameter parameter : many.list()) {
          Matrix g = parameter.gradient();
          g.set(random.doubles(g.size(), -1, 2).toArray());
          lengths.add(each.kernels(0).elements().sumOfSquares(g));
        }
        kind("orthogonal")
            .factory()
            .builder()
            .build(settings("orthogonal", Map.of()), many, each)
            .filter();
        double rounding = each == exact ? 1e-12 : 1e-6;
        for (int i = 0; i < 2; i++) {
          Matrix w = many.list().get(i).value();
          Matrix g = many.list().get(i).gradient();
          double norms = Math.sqrt(each.kernels(0).elements().sumOfSquares(w) * lengths.get(i));
          assertThat(each.kernels(0).elements().dot(w, g) / norms)
              .isCloseTo(0, Offset.offset(rounding));
          assertThat(each.kernels(0).elements().sumOfSquares(g) / lengths.get(i))
              .isCloseTo(1, Offset.offset(rounding));
        }
        many.close();
      }
    }
  }
}
