package grokscope.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether this processor can run the host's numeric libraries, found out before they are loaded:
 * machine code that a processor does not know ends the program without a word. Any thread.
 */
final class HostProbe {
  private static final String AVX2_NATIVES =
      "org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64-avx2/libnd4jcpu.so";

  private final BooleanSupplier needsAvx2;
  private final Path processors;

  /** Asks this class path and this machine. */
  HostProbe() {
    this(
        () -> HostProbe.class.getClassLoader().getResource(AVX2_NATIVES) != null,
        Path.of("/proc/cpuinfo"));
  }

  /**
   * A probe of the given facts.
   *
   * @param needsAvx2 whether the class path has natives for AVX2 on Linux
   * @param processors what Linux says about the processors
   */
  HostProbe(BooleanSupplier needsAvx2, Path processors) {
    this.needsAvx2 = needsAvx2;
    this.processors = processors;
  }

  /** Why the host's libraries cannot be used here, and what helps; empty if they can. */
  Optional<String> problem() {
    if (!needsAvx2.getAsBoolean() || hasAvx2()) {
      return Optional.empty();
    }
    return Optional.of(
        "This build's numeric libraries need a processor with AVX2, which this one does not have;"
            + " build with \"mvn -Dnd4j.classifier=linux-x86_64 package\" for libraries that run on"
            + " any");
  }

  /** Where nothing can be learned, the libraries are tried. */
  private boolean hasAvx2() {
    try {
      List<String> flags =
          Files.readAllLines(processors).stream().filter(line -> line.startsWith("flags")).toList();
      return flags.isEmpty() || List.of(flags.get(0).split("\\s+", -1)).contains("avx2");
    } catch (IOException unknown) {
      return true;
    }
  }
}
