package grokscope.app;

import grokscope.config.InvalidConfig;
import grokscope.telemetry.Checkpoint;
import grokscope.train.RunRequest;
import java.util.Optional;

/** Chooses what computes a run that goes on. Main thread only. */
record EarlierEngine(EngineOptions options, Terminal terminal) {

  /** The engine that computed the run so far, unless another one was chosen or that is not here. */
  Engine of(RunRequest request) throws InvalidConfig {
    Optional<Checkpoint> from = request.from();
    if (from.isEmpty()) {
      return options.engine(terminal.err());
    }
    Checkpoint checkpoint = from.get();
    Engine chosen = options.engine(terminal.err(), checkpoint.backend(), checkpoint.lanes());
    int threads = chosen.exactly() ? chosen.threads() : checkpoint.lanes();
    if (!chosen.id().equals(checkpoint.backend()) || threads != checkpoint.lanes()) {
      terminal
          .err()
          .println(
              "The run was computed by "
                  + said(checkpoint.backend(), checkpoint.lanes())
                  + ", and goes on by "
                  + said(chosen.id(), threads)
                  + ": curves will agree only to rounding.");
    }
    return chosen;
  }

  private static String said(String backend, int threads) {
    return backend + " on " + threads + (threads == 1 ? " thread" : " threads");
  }
}
