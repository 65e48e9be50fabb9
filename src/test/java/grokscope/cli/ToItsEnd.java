package grokscope.cli;

import grokscope.config.RunConfig;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.RunRequest.Until;
import grokscope.train.loop.TrainingSession;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Runs configs on the standard engine and waits for their ends. */
record ToItsEnd(Path home) {
  RunSummary run(RunConfig config, Until until, RunListener... others) throws Exception {
    CompletableFuture<RunSummary> end = new CompletableFuture<>();
    RunListener listener =
        new RunListener() {

          @Override
          public void onEnd(RunSummary summary) {
            end.complete(summary);
          }
        };
    try (Wiring wiring = new Wiring(home);
        TrainingSession session = wiring.session(Engine.standard())) {
      session.start(
          new RunRequest(config, false, until),
          Stream.concat(Stream.of(others), Stream.of(listener)).toList());
      return end.get();
    }
  }
}
