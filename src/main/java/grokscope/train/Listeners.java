package grokscope.train;

import grokscope.telemetry.Checkpoint;
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
  public void sampled(Sample sample) {
    all.forEach(listener -> listener.sampled(sample));
  }

  @Override
  public void profiled(Profile profile) {
    all.forEach(listener -> listener.profiled(profile));
  }

  @Override
  public void happened(RunEvent event) {
    all.forEach(listener -> listener.happened(event));
  }

  @Override
  public void status(RunStatus status) {
    all.forEach(listener -> listener.status(status));
  }

  @Override
  public void weights(List<Tensor> copies) {
    all.forEach(listener -> listener.weights(copies));
  }

  @Override
  public boolean keepsCheckpoints() {
    return all.stream().anyMatch(RunListener::keepsCheckpoints);
  }

  @Override
  public void checkpoint(Checkpoint checkpoint) {
    all.stream()
        .filter(RunListener::keepsCheckpoints)
        .forEach(listener -> listener.checkpoint(checkpoint));
  }

  @Override
  public void ended(RunSummary summary) {
    all.forEach(listener -> listener.ended(summary));
  }
}
