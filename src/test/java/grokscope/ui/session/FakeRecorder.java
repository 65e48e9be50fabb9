package grokscope.ui.session;

import grokscope.run.Recorder;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.telemetry.Profile;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A recorder that hands on what it hears and writes nothing. */
record FakeRecorder(RunListener heard, RunFolder folder, Supplier<Optional<String>> trouble)
    implements Recorder {
  @Override
  public Optional<String> problem() {
    return trouble.get();
  }

  /** Those of {@link FakeRecords} are called by it; others are the first run. */
  @Override
  public RunNumber number() {
    String name = folder.name();
    return new RunNumber(name.matches("[0-9]+") ? Integer.parseInt(name) : 1, OptionalInt.empty());
  }

  @Override
  public void onCheckpoint(Consumer<RunEvent.CheckpointKept> listener) {
    // Nothing is kept.
  }

  @Override
  public void onSample(Sample sample) {
    heard.onSample(sample);
  }

  @Override
  public void onProfile(Profile profile) {
    heard.onProfile(profile);
  }

  @Override
  public void onEvent(RunEvent event) {
    heard.onEvent(event);
  }

  @Override
  public void onStatus(RunStatus status) {
    heard.onStatus(status);
  }

  @Override
  public void onEnd(RunSummary summary) {
    heard.onEnd(summary);
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
