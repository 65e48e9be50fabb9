package grokscope.ui;

import grokscope.run.Recorder;
import grokscope.run.RunFolder;
import grokscope.telemetry.Profile;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A recorder that hands on what it hears and writes nothing. */
record FakeRecorder(RunListener heard, RunFolder folder, Supplier<Optional<String>> trouble)
    implements Recorder {
  @Override
  public Optional<String> problem() {
    return trouble.get();
  }

  @Override
  public void whenKept(Consumer<RunEvent.CheckpointKept> listener) {
    // Nothing is kept.
  }

  @Override
  public void sampled(Sample sample) {
    heard.sampled(sample);
  }

  @Override
  public void profiled(Profile profile) {
    heard.profiled(profile);
  }

  @Override
  public void happened(RunEvent event) {
    heard.happened(event);
  }

  @Override
  public void status(RunStatus status) {
    heard.status(status);
  }

  @Override
  public void ended(RunSummary summary) {
    heard.ended(summary);
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
