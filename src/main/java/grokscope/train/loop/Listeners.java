package grokscope.train.loop;

import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Computed;
import grokscope.telemetry.Profile;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.Tensor;
import java.util.List;

/** Several listeners as one. Trainer thread only. */
record Listeners(List<RunListener> all) implements RunListener {
  @Override
  public void onSample(Sample sample) {
    all.forEach(listener -> listener.onSample(sample));
  }

  @Override
  public void onProfile(Profile profile) {
    all.forEach(listener -> listener.onProfile(profile));
  }

  @Override
  public void onComputed(Computed computed) {
    all.forEach(listener -> listener.onComputed(computed));
  }

  @Override
  public void onEvent(RunEvent event) {
    all.forEach(listener -> listener.onEvent(event));
  }

  @Override
  public void onStatus(RunStatus status) {
    all.forEach(listener -> listener.onStatus(status));
  }

  @Override
  public void onWeights(List<Tensor> copies) {
    all.forEach(listener -> listener.onWeights(copies));
  }

  @Override
  public boolean keepsCheckpoints() {
    return all.stream().anyMatch(RunListener::keepsCheckpoints);
  }

  @Override
  public void onCheckpoint(Checkpoint checkpoint) {
    all.stream()
        .filter(RunListener::keepsCheckpoints)
        .forEach(listener -> listener.onCheckpoint(checkpoint));
  }

  @Override
  public void onEnd(RunSummary summary) {
    all.forEach(listener -> listener.onEnd(summary));
  }
}
