package grokscope.app;

import grokscope.config.InvalidConfig;
import picocli.CommandLine.Option;

/** The options that choose what computes. Filled by the parser, main thread only. */
final class EngineOptions {
  @Option(
      names = "--backend",
      paramLabel = "cpu|nd4j",
      description = "What computes: the fused kernels (cpu, the default), or plain ND4J.")
  private String backend;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of the cpu backend, from 1 to the number of processors, which is the default."
              + " ND4J spreads its work by itself.")
  private String threads;

  Engine engine() throws InvalidConfig {
    return Engine.of(backend, threads);
  }
}
