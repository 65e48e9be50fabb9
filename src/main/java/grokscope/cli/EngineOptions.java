package grokscope.cli;

import grokscope.config.InvalidConfig;
import grokscope.kernel.nd4j.CudaProbe;
import grokscope.run.ContinuedRun;
import grokscope.run.RunLibrary;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Computed;
import java.io.PrintStream;
import java.util.List;
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
   * The engine of a run that goes on: the one that computed it so far, unless another one was
   * chosen or this machine does not have that one. Whatever may make its digits others is a remark.
   *
   * @param out where remarks about the choice go
   */
  public Engine engine(PrintStream out, ContinuedRun run) throws InvalidConfig {
    return run.request().from().isEmpty()
        ? engine(out)
        : engine(out, run.before().computed(), Again.CONTINUED);
  }

  /**
   * The engine of a run that is repeated from its first step: likewise.
   *
   * @param out where remarks about the choice go
   */
  public Engine engine(PrintStream out, RunLibrary.Recorded run) throws InvalidConfig {
    if (run.computed().isEmpty()) {
      out.println(
          "The folder does not say what computed the run, so curves may agree only up to"
              + " rounding.");
      return engine(out);
    }
    return engine(out, run.computed(), Again.REPEATED);
  }

  /** What happens to a recorded run. */
  private enum Again {
    CONTINUED("continues"),
    REPEATED("is repeated");

    private final String words;

    Again(String words) {
      this.words = words;
    }
  }

  private Engine engine(PrintStream out, List<Computed> recorded, Again again)
      throws InvalidConfig {
    boolean goesOn = again == Again.CONTINUED;
    Computation before = recorded.get(goesOn ? recorded.size() - 1 : 0).by();
    Engine chosen = likeThat(out, before.backend(), before.threads());
    int count = chosen.exactly() ? chosen.threads() : before.threads();
    if (!chosen.id().equals(before.backend()) || count != before.threads()) {
      String now = Computation.here(chosen.id(), count, "").words();
      remark(out, "The run was computed with " + before.words(), again, "with " + now);
    } else if (!before.rounding().isEmpty() && !before.rounding().equals(chosen.rounding())) {
      String there = "on another processor or with another Java (" + before.java() + ")";
      remark(out, "The run was computed " + there, again, "here, where numbers round differently");
    }
    if (!goesOn && recorded.size() > 1) {
      Computed next = recorded.get(1);
      out.println(
          "From step "
              + next.from()
              + " on the run was computed with "
              + next.by().words()
              + " on another machine or by another version: from there curves may agree only up to"
              + " rounding.");
    }
    return chosen;
  }

  private static void remark(PrintStream out, String before, Again again, String now) {
    out.println(
        before + ", and " + again.words + " " + now + ": curves will agree only up to rounding.");
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
