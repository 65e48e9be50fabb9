package grokscope.cli;

import grokscope.config.InvalidConfig;
import grokscope.kernel.nd4j.CudaProbe;
import grokscope.telemetry.Checkpoint;
import grokscope.train.loop.RunRequest;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose what computes. Filled by the parser, main thread only. */
public final class EngineOptions {
  @Option(
      names = "--backend",
      paramLabel = "cpu|nd4j|cuda",
      description =
          "What computes: fused kernels on the CPU (cpu, the default), plain ND4J on the CPU (nd4j)"
              + " or on an NVIDIA card (cuda, in builds with -Pcuda).")
  private @Nullable String backend;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of the cpu backend, from 1 to the number of processors. Default: all of them, or"
              + " one for a small network. ND4J chooses its own threads.")
  private @Nullable String threads;

  /**
   * The chosen engine, with its libraries loaded.
   *
   * @param out where a remark about the choice goes
   */
  public Engine engine(PrintStream out) throws InvalidConfig {
    return engine(out, backend, threads);
  }

  /**
   * The engine of a resumed run: the one that computed it so far, unless another one was chosen or
   * this machine does not have that one, which is a remark.
   *
   * @param out where remarks about the choice go
   */
  public Engine engine(PrintStream out, RunRequest request) throws InvalidConfig {
    Optional<Checkpoint> from = request.from();
    if (from.isEmpty()) {
      return engine(out);
    }
    Checkpoint checkpoint = from.get();
    Engine chosen = likeThat(out, checkpoint.backend(), checkpoint.lanes());
    int count = chosen.exactly() ? chosen.threads() : checkpoint.lanes();
    if (!chosen.id().equals(checkpoint.backend()) || count != checkpoint.lanes()) {
      out.println(
          "The run was computed with "
              + said(checkpoint.backend(), checkpoint.lanes())
              + ", and continues with "
              + said(chosen.id(), count)
              + ": curves will agree only up to rounding.");
    }
    return chosen;
  }

  private static String said(String backend, int threads) {
    return backend + " on " + threads + (threads == 1 ? " thread" : " threads");
  }

  private Engine likeThat(PrintStream out, String earlierBackend, int earlierThreads)
      throws InvalidConfig {
    int most = Engine.standard().threads();
    return engine(
        out,
        backend == null ? earlierBackend : backend,
        threads == null ? Integer.toString(Math.min(earlierThreads, most)) : threads);
  }

  private static Engine engine(PrintStream out, @Nullable String backend, @Nullable String threads)
      throws InvalidConfig {
    Engine engine = Engine.of(backend, threads, new CudaProbe());
    if (!engine.remark().isEmpty()) {
      out.println(engine.remark());
      out.flush();
    }
    return engine.loaded();
  }
}
