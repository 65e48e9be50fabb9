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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The optimisers beside AdamW against PyTorch's formulas, written out in double. */
class OptimizersTest {
  private static final double[] START = {0.5, -1.25, 2.0, 0.0, 1e-3, -3.0};
  private static final int STEPS = 30;

  /** A formula from the weights, the gradient and a memory of two vectors to the new weights. */
  @FunctionalInterface
  private interface Formula {
    void update(double[] w, double[] g, double[][] memory, double rate, int t);
  }

  @Test
  void adamCouplesTheDecay() {
    Map<String, Object> changes = Map.of("learningRate", 0.01, "weightDecay", 0.3);
    follow(
        "adam",
        changes,
        (w, g, memory, rate, t) -> {
          for (int i = 0; i < w.length; i++) {
            g[i] += 0.3 * w[i];
            adam(w, g, memory, rate, t, i);
          }
        });
  }

  @Test
  void gradientDescentWithoutMomentum() {
    follow(
        "sgd",
        Map.of("learningRate", 0.1, "weightDecay", 0.2),
        (w, g, memory, rate, t) -> {
          for (int i = 0; i < w.length; i++) {
            w[i] -= rate * (g[i] + 0.2 * w[i]);
          }
        });
  }

  @Test
  void gradientDescentWithMomentum() {
    follow(
        "sgd",
        Map.of("learningRate", 0.05, "weightDecay", 0.2, "momentum", 0.9),
        (w, g, memory, rate, t) -> {
          for (int i = 0; i < w.length; i++) {
            double d = g[i] + 0.2 * w[i];
            // PyTorch's buffer starts as the first gradient.
            memory[0][i] = t == 1 ? d : 0.9 * memory[0][i] + d;
            w[i] -= rate * memory[0][i];
          }
        });
  }

  @Test
  void decayGoesBackToTheStart() {
    Map<String, Object> changes =
        Map.of("learningRate", 0.1, "weightDecay", 0.2, "decayTowards", "start");
    follow(
        "sgd",
        changes,
        (w, g, memory, rate, t) -> {
          for (int i = 0; i < w.length; i++) {
            w[i] -= rate * (g[i] + 0.2 * (w[i] - START[i]));
          }
        });
    follow(
        "adamw",
        changes,
        (w, g, memory, rate, t) -> {
          for (int i = 0; i < w.length; i++) {
            double before = w[i];
            adam(w, g, memory, rate, t, i);
            w[i] -= rate * 0.2 * (before - START[i]);
          }
        });
  }

  @Test
  void thePenaltyIsCoupledWhereTheDecayIs() {
    Map<String, Object> changes = Map.of("learningRate", 0.1, "weightDecay", 0.0, "l1", 0.1);
    follow(
        "sgd",
        changes,
        (w, g, memory, rate, t) -> {
          for (int i = 0; i < w.length; i++) {
            w[i] -= rate * (g[i] + 0.1 * Math.signum(w[i]));
          }
        });
    follow(
        "adamw",
        changes,
        (w, g, memory, rate, t) -> {
          for (int i = 0; i < w.length; i++) {
            adam(w, g, memory, rate, t, i);
            w[i] = Math.signum(w[i]) * Math.max(Math.abs(w[i]) - rate * 0.1, 0);
          }
        });
  }

  @Test
  void theEmbeddingHasALearningRateOfItsOwn() {
    for (String id : List.of("adamw", "adam", "sgd")) {
      double[] slow =
          afterAStep(id, Part.EMBEDDING, Map.of("learningRate", 0.01, "embeddingRate", 10.0));
      double[] fast = afterAStep(id, Part.EMBEDDING, Map.of("learningRate", 0.1));
      double[] other =
          afterAStep(id, Part.HIDDEN, Map.of("learningRate", 0.1, "embeddingRate", 10.0));
      assertThat(slow).as(id).containsExactly(fast, Offset.offset(1e-12));
      assertThat(other).as(id).containsExactly(fast, Offset.offset(1e-12));
    }
  }

  /** By hand: without a gradient, the decoupled decay and that of plain descent are a factor. */
  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE"})
  void decayOfMatricesLeavesBiasesAndGainsAlone(Part part) {
    boolean vector = part == Part.BIAS || part == Part.NORM;
    double[] shrunk = Arrays.stream(START).map(w -> w * (1 - 0.1 * 0.3)).toArray();
    double[] still = new double[START.length];
    for (String id : List.of("adamw", "sgd")) {
      Map<String, Object> all = Map.of("learningRate", 0.1, "weightDecay", 0.3);
      Map<String, Object> some =
          Map.of("learningRate", 0.1, "weightDecay", 0.3, "decayed", "matrices");
      assertThat(afterAStep(id, part, all, still)).containsExactly(shrunk, Offset.offset(1e-15));
      assertThat(afterAStep(id, part, some, still))
          .containsExactly(vector ? START : shrunk, Offset.offset(vector ? 0 : 1e-15));
    }
    for (Kind<OptimizerFactory> kind : Optimizers.ALL) {
      for (String towards : List.of("zero", "start")) {
        Map<String, Object> changes =
            Map.of("weightDecay", 0.3, "l1", 0.2, "decayTowards", towards, "decayed", "matrices");
        Map<String, Object> same = new HashMap<>(changes);
        same.put(vector ? "weightDecay" : "decayed", vector ? (Object) 0.0 : "all");
        assertThat(afterAStep(kind.id(), part, changes))
            .as(kind.id())
            .isEqualTo(afterAStep(kind.id(), part, same));
      }
    }
  }

  @Test
  void whatDecaysCanBeTurnedDuringARun() {
    Settings all = settings("adamw", Map.of("warmupSteps", 0L, "learningRate", 0.1));
    Settings some =
        settings("adamw", Map.of("warmupSteps", 0L, "learningRate", 0.1, "decayed", "matrices"));
    try (Backend backend = Nd4jBackend.inDouble();
        Parameters parameters = new Parameters(backend, 1, new SplittableRandom(1))) {
      parameters.normal(Part.BIAS, "b", 1, 6, 0);
      Parameter bias = parameters.list().get(0);
      bias.value().set(START);
      try (Optimizer optimizer = kind("adamw").factory().build(some, STEPS, parameters, backend)) {
        optimizer.update();
        assertThat(bias.value().toDoubles()).isEqualTo(START);
        optimizer.retune(all);
        optimizer.update();
        assertThat(bias.value().toDoubles())
            .containsExactly(
                Arrays.stream(START).map(w -> 0.9 * w).toArray(), Offset.offset(1e-15));
      }
    }
  }

  private static double[] afterAStep(String id, Part part, Map<String, Object> changes) {
    return afterAStep(id, part, changes, gradient(START));
  }

  private static double[] afterAStep(
      String id, Part part, Map<String, Object> changes, double[] gradient) {
    try (Backend backend = Nd4jBackend.inDouble();
        Parameters parameters = new Parameters(backend, 1, new SplittableRandom(1))) {
      parameters.normal(part, "w", 2, 3, 0);
      Parameter only = parameters.list().get(0);
      only.value().set(START);
      only.gradient().set(gradient);
      Map<String, Object> all = new HashMap<>(changes);
      all.put("warmupSteps", 0L);
      try (Optimizer optimizer =
          kind(id).factory().build(settings(id, all), STEPS, parameters, backend)) {
        optimizer.update();
      }
      return only.value().toDoubles();
    }
  }

  @Test
  void theDecoupledPenaltyLeavesUnusedWeightsAtExactlyZero() {
    Settings settings = settings("adamw", Map.of("weightDecay", 0.0, "l1", 1.0));
    try (Backend backend = new CpuBackend(1);
        Parameters parameters = new Parameters(backend, 1, new SplittableRandom(1))) {
      parameters.normal(Part.HIDDEN, "w", 2, 3, 0);
      parameters.list().get(0).value().set(START);
      try (Optimizer optimizer =
          kind("adamw").factory().build(settings, STEPS, parameters, backend)) {
        for (int t = 0; t < 600; t++) { // by 1e-3 each time
          optimizer.update();
        }
      }
      double[] left = parameters.list().get(0).value().toDoubles();
      assertThat(left[0]).isEqualTo(0);
      assertThat(left[4]).isEqualTo(0);
      assertThat(left[1]).isCloseTo(-0.652, Offset.offset(1e-4)); // 598 whole steps
    }
  }

  private static void adam(double[] w, double[] g, double[][] memory, double rate, int t, int i) {
    memory[0][i] = 0.9 * memory[0][i] + 0.1 * g[i];
    memory[1][i] = 0.98 * memory[1][i] + 0.02 * g[i] * g[i];
    double mHat = memory[0][i] / (1 - Math.pow(0.9, t));
    double vHat = memory[1][i] / (1 - Math.pow(0.98, t));
    w[i] -= rate * mHat / (Math.sqrt(vHat) + 1e-8);
  }

  private static void follow(String id, Map<String, Object> changes, Formula formula) {
    try (Backend exact = Nd4jBackend.inDouble();
        Backend host = new CpuBackend(2)) {
      follow(id, changes, formula, exact, 1e-12);
      follow(id, changes, formula, host, 5e-6);
    }
  }

  private static void follow(
      String id, Map<String, Object> changes, Formula formula, Backend backend, double tolerance) {
    Settings settings = settings(id, changes);
    try (Parameters parameters = new Parameters(backend, 1, new SplittableRandom(1))) {
      parameters.normal(Part.HIDDEN, "w", 2, 3, 0);
      parameters.normal(Part.BIAS, "b", 1, 6, 0); // on another lane, if there is one
      parameters.list().forEach(parameter -> parameter.value().set(START));
      Schedule schedule = Schedule.of(settings, STEPS);
      double[] expected = START.clone();
      double[][] memory = new double[2][START.length];
      try (Optimizer optimizer = kind(id).factory().build(settings, STEPS, parameters, backend)) {
        for (int t = 1; t <= STEPS; t++) {
          for (Parameter parameter : parameters.list()) {
            parameter.gradient().set(gradient(parameter.value().toDoubles()));
          }
          double rate = settings.real("learningRate") * schedule.factor(t);
          formula.update(expected, gradient(expected), memory, rate, t);
          optimizer.update();
          for (Parameter parameter : parameters.list()) {
            assertThat(parameter.value().toDoubles())
                .as("%s of %s after update %d", parameter.name(), id, t)
                .containsExactly(expected, Offset.offset(tolerance));
          }
        }
      }
    }
  }

  /** Of a bowl with its lowest point at 0.3, −0.3, 0.3, … */
  private static double[] gradient(double[] w) {
    double[] g = new double[w.length];
    Arrays.setAll(g, i -> (1 + i) * 0.2 * (w[i] - (i % 2 == 0 ? 0.3 : -0.3)));
    return g;
  }

  static Settings settings(String id, Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(kind(id).defaults().values());
    values.put("warmupSteps", 3L);
    assertThat(values.keySet()).containsAll(changes.keySet());
    values.putAll(changes);
    return new Settings(id, values);
  }

  static Kind<OptimizerFactory> kind(String id) {
    return Optimizers.ALL.stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void everyOptimizerHasTheSharedKnobs() {
    for (Kind<OptimizerFactory> kind : Optimizers.ALL) {
      for (String name :
          List.of(
              "learningRate",
              "embeddingRate",
              "weightDecay",
              "l1",
              "decayTowards",
              "decayed",
              "warmupSteps")) {
        assertThat(kind.knob(name)).as(kind.id() + "." + name).isPresent();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "constant, 10, 1, 0", "constant, 10, 6, 0.5", "constant, 10, 11, 1", "constant, 10, 110, 1",
    "constant, 0, 1, 1", "linear, 10, 6, 0.5", "linear, 10, 11, 1", "linear, 10, 61, 0.5",
    "linear, 10, 110, 0.01", "linear, 10, 111, 0", "cosine, 10, 11, 1", "cosine, 10, 61, 0.5",
    "cosine, 10, 36, 0.8535533905932737", "cosine, 10, 111, 0", "linear, 200, 101, 0.5",
  })
  void theLearningRateFollowsItsSchedule(String shape, int warmup, int update, double factor) {
    assertThat(new Schedule(shape, warmup, 110).factor(update))
        .isCloseTo(factor, Offset.offset(1e-15));
  }
}
