package grokscope.cli;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.knob.Messages;
import grokscope.kernel.Backend;
import grokscope.kernel.BackendUnavailable;
import grokscope.kernel.RoundingMark;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.kernel.nd4j.CudaProbe;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.train.lab.Choices;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What computes a run. Immutable, any thread.
 *
 * @param id the word on the command line
 * @param threads how many threads take part
 * @param exactly whether that many always do; else a small network takes one
 * @param remark what the user should know about the choice, empty when there is nothing
 */
public record Engine(String id, int threads, boolean exactly, String remark) {
  private static final String CPU = "cpu";
  private static final String ND4J = "nd4j";
  private static final String CUDA = "cuda";

  /** The fused kernels on every processor. */
  public static Engine standard() {
    return new Engine(CPU, Runtime.getRuntime().availableProcessors(), false, "");
  }

  /**
   * The engine of two options, and the standard where they are not given or CUDA cannot work; then
   * with a remark that says why.
   *
   * @throws InvalidConfig naming the option, the value and what is allowed
   */
  static Engine of(@Nullable String id, @Nullable String threads, CudaProbe cuda)
      throws InvalidConfig {
    Engine standard = standard();
    if (id != null && !List.of(CPU, ND4J, CUDA).contains(id)) {
      throw new InvalidConfig(
          "--backend",
          "is \""
              + Messages.clipped(id, 40)
              + "\", but must be one of \"cpu\", \"nd4j\", \"cuda\"");
    }
    int count =
        threads == null
            ? standard.threads
            : WholeNumber.upTo(
                standard.threads,
                ", the number of processors of this machine",
                "--threads",
                threads);
    Optional<String> problem = CUDA.equals(id) ? cuda.problem() : Optional.empty();
    if (problem.isPresent()) {
      return new Engine(
          CPU,
          count,
          threads != null,
          "CUDA is not used: " + problem.get() + ". The CPU is used instead.");
    }
    return new Engine(id == null ? CPU : id, count, threads != null, "");
  }

  /** How many threads compute a config. */
  public int threadsFor(RunConfig config) {
    return exactly ? threads : new Choices(config).lanes(threads);
  }

  /**
   * This engine, once its libraries are loaded.
   *
   * @throws InvalidConfig saying why they cannot be used here, and what helps
   */
  public Engine loaded() throws InvalidConfig {
    try {
      backend().close();
      return this;
    } catch (BackendUnavailable unusable) {
      throw new InvalidConfig("", unusable.getMessage());
    }
  }

  /** A mark of how it rounds, for what was computed elsewhere to be compared with. */
  String rounding() {
    try (Backend made = backend()) {
      return RoundingMark.of(made);
    }
  }

  /** Makes the backend. Trainer thread only. */
  public Backend backend() {
    return switch (id) {
      case CUDA -> Nd4jBackend.onCuda();
      case ND4J -> Nd4jBackend.inFloat();
      default -> new CpuBackend(threads, exactly);
    };
  }
}
