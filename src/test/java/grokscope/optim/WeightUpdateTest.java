package grokscope.optim;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.RandomStream;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import grokscope.telemetry.Part;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Noise and the clamp around a filter and an optimiser. */
class WeightUpdateTest {
  private final Backend backend = new CpuBackend(2);
  private final Parameters parameters = new Parameters(backend, 1, new RandomStream(1));

  WeightUpdateTest() {
    parameters.normal(Part.HIDDEN, "a", 40, 50, 1);
    parameters.normal(Part.HIDDEN, "b", 1, 30, 0.1);
  }

  @AfterEach
  void close() {
    parameters.close();
    backend.close();
  }

  private static Settings weights(Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>();
    WeightUpdate.KNOBS.forEach(knob -> values.put(knob.name(), knob.initial()));
    assertThat(values.keySet()).containsAll(changes.keySet());
    values.putAll(changes);
    return new Settings("", values);
  }

  private WeightUpdate update(Map<String, Object> changes, String optimizer, double decay) {
    Settings settings =
        OptimizersTest.settings(
            optimizer, Map.of("warmupSteps", 0L, "learningRate", 0.01, "weightDecay", decay));
    return new WeightUpdate(
        weights(changes),
        new PlainGradient(),
        OptimizersTest.kind(optimizer).factory().build(settings, 100, parameters, backend),
        parameters,
        backend,
        new RandomStream(5));
  }

  private double sumOfSquares() {
    return parameters.list().stream()
        .map(Parameter::value)
        .mapToDouble(backend.kernels(0).elements()::sumOfSquares)
        .sum();
  }

  @Test
  void decayAloneShrinksTheSquaredNormByTheKnownLaw() {
    for (String optimizer : new String[] {"adamw", "sgd"}) {
      double before = sumOfSquares();
      try (WeightUpdate update = update(Map.of(), optimizer, 0.5)) {
        for (int i = 0; i < 50; i++) {
          for (Parameter parameter : parameters.list()) { // coupled decay has changed them
            backend.kernels(0).elements().zero(parameter.gradient());
          }
          update.run();
        }
      }
      assertThat(sumOfSquares() / before) // (1 − lr·wd)^2t
          .as(optimizer)
          .isCloseTo(Math.pow(1 - 0.01 * 0.5, 100), Offset.offset(1e-5));
    }
  }

  @Test
  void theClampHoldsTheNormOfAllWeightsTogether() {
    double start = Math.sqrt(sumOfSquares());
    try (WeightUpdate update = update(Map.of("normClamp", 0.8, "weightNoise", 0.1), "adamw", 1)) {
      for (int i = 0; i < 20; i++) {
        for (Parameter parameter : parameters.list()) {
          backend.kernels(0).elements().addNoise(1, new RandomStream(i), parameter.gradient());
        }
        update.run();
        assertThat(Math.sqrt(sumOfSquares()) / start).isCloseTo(0.8, Offset.offset(1e-6));
      }
      update.retune(config(weights(Map.of("normClamp", 2.0))));
      update.run();
      assertThat(Math.sqrt(sumOfSquares()) / start).isCloseTo(2, Offset.offset(2e-6));
    }
  }

  private static RunConfig config(Settings weights) {
    return new RunConfig(
        Map.of(
            "weights",
            weights,
            "gradient",
            new Settings("plain", Map.of()),
            "optimizer",
            OptimizersTest.settings("adamw", Map.of())));
  }

  @Test
  void noiseHasItsStandardDeviationAndTheSameSeedGivesTheSame() {
    Parameter a = parameters.list().get(0);
    double[] start = a.value().toDoubles();
    double[] first = {};
    for (int round = 0; round < 2; round++) {
      a.value().set(start);
      try (WeightUpdate update = update(Map.of("weightNoise", 0.2), "sgd", 0)) {
        update.run();
      }
      double[] moved = a.value().toDoubles();
      double square = 0;
      double sum = 0;
      for (int i = 0; i < moved.length; i++) {
        square += Math.pow(moved[i] - start[i], 2);
        sum += moved[i] - start[i];
      }
      assertThat(Math.sqrt(square / moved.length)).isCloseTo(0.2, Offset.offset(0.01));
      assertThat(sum / moved.length).isCloseTo(0, Offset.offset(0.02));
      first = round == 0 ? moved : first;
      assertThat(moved).isEqualTo(first);
    }
  }

  @Test
  void noiseOnTheGradientMovesTheWeightsByTheLearningRate() {
    Parameter a = parameters.list().get(0);
    double[] start = a.value().toDoubles();
    try (WeightUpdate update = update(Map.of("gradientNoise", 3.0), "sgd", 0)) {
      update.run();
    }
    double[] moved = a.value().toDoubles();
    double[] noise = new double[moved.length];
    Arrays.setAll(noise, i -> (start[i] - moved[i]) / 0.01);
    double square = Arrays.stream(noise).map(x -> x * x).average().orElseThrow();
    assertThat(Math.sqrt(square)).isCloseTo(3, Offset.offset(0.15));
  }
}
