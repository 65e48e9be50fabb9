package grokscope.cli;

import grokscope.config.RunConfig;
import grokscope.telemetry.RecordingListener;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.RunRequest.Until;
import grokscope.train.loop.TrainingSession;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs configs on the standard engine and waits for their ends. */
record ToItsEnd(Path home) {
  RunSummary run(RunConfig config, Until until, RunListener... others) throws Exception {
    RecordingListener listener = new RecordingListener();
    try (Wiring wiring = new Wiring(home);
        TrainingSession session = wiring.session(Engine.standard())) {
      session.start(
          new RunRequest(config, false, until),
          Stream.concat(Stream.of(others), Stream.of(listener)).toList());
      return listener.end().get();
    }
  }
}
