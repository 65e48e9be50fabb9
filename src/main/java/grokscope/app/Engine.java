package grokscope.app;

import grokscope.config.InvalidConfig;
import grokscope.config.Words;
import grokscope.kernel.Backend;
import grokscope.kernel.CpuBackend;
import grokscope.kernel.Nd4jBackend;

/**
 * What computes a run. Immutable, any thread.
 *
 * @param id the word on the command line
 * @param threads how many threads take part
 */
record Engine(String id, int threads) {
  private static final String CPU = "cpu";
  private static final String ND4J = "nd4j";

  /** The fused kernels on every processor. */
  static Engine standard() {
    return new Engine(CPU, Runtime.getRuntime().availableProcessors());
  }

  /**
   * The engine of two options; null takes the standard.
   *
   * @throws InvalidConfig naming the option, the value and what is allowed
   */
  static Engine of(String id, String threads) throws InvalidConfig {
    Engine standard = standard();
    if (id != null && !id.equals(CPU) && !id.equals(ND4J)) {
      throw new InvalidConfig(
          "--backend",
          "is \"" + Words.clipped(id, 40) + "\", but must be one of \"cpu\", \"nd4j\"");
    }
    return new Engine(
        id == null ? standard.id : id,
        threads == null ? standard.threads : checked(threads, standard.threads));
  }

  private static int checked(String threads, int most) throws InvalidConfig {
    try {
      int count = Integer.parseInt(threads);
      if (count >= 1 && count <= most) {
        return count;
      }
    } catch (NumberFormatException e) {
      // The same sentence says what is allowed.
    }
    throw new InvalidConfig(
        "--threads",
        "is "
            + Words.clipped(threads, 40)
            + ", but must be a whole number from 1 to "
            + most
            + ", the number of processors here");
  }

  /** Makes the backend. Trainer thread only. */
  Backend backend() {
    return id.equals(ND4J) ? Nd4jBackend.inFloat() : new CpuBackend(threads);
  }
}
