package grokscope.kernel.nd4j;

import grokscope.kernel.Nd4jDevice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether the CUDA backend can work on this machine, found out before anything of it is loaded. Any
 * thread.
 *
 * <p>ND4J's binaries hold machine code for compute capabilities 3.7 to 8.6 and nothing that a
 * driver could translate for later ones; 8.9 runs code for 8.6. ND4J itself never checks.
 */
public final class CudaProbe {
  private static final double OLDEST = 3.7;
  private static final double END = 9.0;
  private static final int PATIENCE_SECONDS = 10;

  private final BooleanSupplier present;
  private final Supplier<Optional<String>> cards;

  /** Asks this class path and the driver of this machine. */
  public CudaProbe() {
    this(Nd4jDevice.CUDA::isPresent, CudaProbe::askDriver);
  }

  /**
   * A probe of the given facts.
   *
   * @param present whether the class path has ND4J's CUDA backend
   * @param cards lines of "name, compute capability" from the driver; empty if there is none
   */
  CudaProbe(BooleanSupplier present, Supplier<Optional<String>> cards) {
    this.present = present;
    this.cards = cards;
  }

  /** Why CUDA cannot be used here, as the end of a sentence; empty if it can. */
  public Optional<String> problem() {
    if (!present.getAsBoolean()) {
      return Optional.of(
          "this build has no CUDA kernels (to get them, build it with \"mvn package -Pcuda\")");
    }
    Optional<String> answer = cards.get();
    if (answer.isEmpty()) {
      return Optional.of("no NVIDIA driver responds on this machine");
    }
    String first = answer.get().strip().lines().findFirst().orElse("");
    int comma = first.lastIndexOf(',');
    if (comma < 0) {
      return Optional.of("the NVIDIA driver finds no card");
    }
    return judged(first.substring(0, comma).strip(), first.substring(comma + 1).strip());
  }

  private static Optional<String> judged(String card, String capability) {
    double version;
    try {
      version = Double.parseDouble(capability);
    } catch (NumberFormatException e) {
      return Optional.of(
          "the driver does not report the compute capability of " + card + " can compute");
    }
    return version >= OLDEST && version < END
        ? Optional.empty()
        : Optional.of(
            card
                + " has compute capability "
                + capability
                + ", but ND4J's CUDA kernels support 3.7 to 8.9");
  }

  private static Optional<String> askDriver() {
    try {
      Process process =
          new ProcessBuilder("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) { // no such program, so no driver
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
