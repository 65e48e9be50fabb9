package grokscope.train.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.train.lab.Laboratory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run's steps cost the same after hours: no garbage, no growth, no denormal numbers. */
class SteadyStateTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Catalog catalog() {
    return new Laboratory(1L << 30).catalog();
  }

  private static RunConfig config(
      String model, long layers, long modulus, Object batch, String norm) throws InvalidConfig {
    Catalog catalog = catalog();
    RunConfig config = catalog.with(catalog.defaults(), "model.type", model);
    config = catalog.with(config, "task.modulus", modulus);
    config = catalog.with(config, "optimizer.weightDecay", 1.0);
    config = catalog.with(config, "batch", batch);
    if (model.equals("transformer")) {
      config = catalog.with(config, "model.layers", layers);
      config = catalog.with(config, "model.dModel", 32L);
      config = catalog.with(config, "model.dMlp", 64L);
      config = catalog.with(config, "model.layerNorm", norm);
      config = catalog.with(config, "model.activation", norm.equals("none") ? "relu" : "gelu");
    }
    return config;
  }

  private static void steps(Experiment experiment, int count) {
    for (int i = 0; i < count; i++) {
      experiment.training().gradient();
      experiment.training().update();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mlp, 1, full, none",
    "linear, 1, full, none",
    "transformer, 1, full, none",
    "transformer, 2, 64, none",
    "transformer, 2, 64, pre",
    "transformer, 1, full, post"
  })
  void aStepLeavesNoGarbage(String model, long layers, String batch, String norm) throws Exception {
    Object size = batch.equals("full") ? batch : Long.valueOf(batch);
    assertNoGarbage(config(model, layers, 13, size, norm));
  }

  @ParameterizedTest
  @CsvSource({
    "grokfastMa, crossEntropy, adamw",
    "grokfastEma, meanSquaredError, adam",
    "orthogonal, stableMax, sgd",
  })
  void everythingSwitchedOnLeavesNoGarbageEither(String filter, String loss, String optimizer)
      throws Exception {
    RunConfig config = config("mlp", 1, 13, "full", "none");
    config = catalog().with(config, "gradient.type", filter);
    config = catalog().with(config, "loss.type", loss);
    config = catalog().with(config, "optimizer.type", optimizer);
    config = catalog().with(config, "optimizer.learningRate", 1e-3);
    config = catalog().with(config, "optimizer.decayTowards", "start");
    config = catalog().with(config, "optimizer.l1", 1e-4);
    config = catalog().with(config, "optimizer.schedule", "cosine");
    config = catalog().with(config, "weights.gradientNoise", 1e-6);
    config = catalog().with(config, "weights.weightNoise", 1e-6);
    config = catalog().with(config, "weights.normClamp", 1.0);
    if (loss.equals("crossEntropy")) {
      config = catalog().with(config, "loss.precision", "float32");
    }
    assertNoGarbage(config);
  }

  private static void assertNoGarbage(RunConfig config) {
    try (Backend backend = new CpuBackend(2);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      steps(experiment, 2000); // everything is compiled, and every buffer has grown
      long[] lanes = {Thread.currentThread().getId(), 0};
      backend.onEveryLane(lane -> lanes[lane] = Thread.currentThread().getId());
      long[] before = THREADS.getThreadAllocatedBytes(lanes);
      steps(experiment, 1000);
      long[] after = THREADS.getThreadAllocatedBytes(lanes);
      for (int lane = 0; lane < lanes.length; lane++) {
        assertThat((after[lane] - before[lane]) / 1000)
            .as("bytes per step on lane %d", lane)
            .isLessThanOrEqualTo(2048);
      }
    }
  }

  /** The times are taken in turns, because this machine's speed changes from minute to minute. */
  @Test
  @Tag("slow")
  @EnabledOnOs(OS.LINUX) // resident memory is read from /proc
  void theHundredThousandthStepCostsWhatTheThousandthDid() throws Exception {
    try (Backend backend = new CpuBackend(1);
        Experiment old = new ExperimentFactory(backend).make(config("mlp", 1, 31, "full", "none"));
        Experiment young =
            new ExperimentFactory(backend).make(config("mlp", 1, 31, "full", "none"))) {
      steps(old, 2000);
      long residentEarly = resident();
      steps(old, 48_000);
      long residentLate = resident();
      steps(old, 50_000);
      steps(young, 1000);
      double[] ratios = new double[101];
      for (int i = 0; i < ratios.length; i++) {
        long start = System.nanoTime();
        steps(young, 20);
        long middle = System.nanoTime();
        steps(old, 20);
        ratios[i] = (System.nanoTime() - middle) / (double) (middle - start);
      }
      Arrays.sort(ratios);
      System.out.printf(
          "step 100,000 ÷ step 1,000: %.3f; resident memory grew by %.1f MB%n",
          ratios[50], (residentLate - residentEarly) / 1024.0);
      assertThat(ratios[50]).isLessThanOrEqualTo(1.05);
      assertThat(residentLate - residentEarly).isLessThanOrEqualTo(20 * 1024);
    }
  }

  /** Resident memory of this process in kB. */
  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
