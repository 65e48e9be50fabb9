package grokscope.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps everything that a run tells, for tests that ask afterwards. Read it when the run is over.
 */
public class RecordingListener implements RunListener {
  private final boolean withCheckpoints;
  private final List<Sample> samples = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<RunEvent> events = new ArrayList<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private final CompletableFuture<RunSummary> end = new CompletableFuture<>();
  private List<Tensor> weights = List.of();
  private RunStatus status = RunStatus.idle();

  public RecordingListener() {
    this(false);
  }

  /** One that asks for checkpoints too, or not. */
  public RecordingListener(boolean withCheckpoints) {
    this.withCheckpoints = withCheckpoints;
  }

  @Override
  public void onSample(Sample sample) {
    samples.add(sample);
  }

  @Override
  public void onProfile(Profile profile) {
    profiles.add(profile);
  }

  @Override
  public void onEvent(RunEvent event) {
    events.add(event);
  }

  @Override
  public void onStatus(RunStatus latest) {
    status = latest;
  }

  @Override
  public void onWeights(List<Tensor> copies) {
    weights = copies;
  }

  @Override
  public boolean keepsCheckpoints() {
    return withCheckpoints;
  }

  @Override
  public void onCheckpoint(Checkpoint checkpoint) {
    checkpoints.add(checkpoint);
  }

  @Override
  public void onEnd(RunSummary summary) {
    end.complete(summary);
  }

  public List<Sample> samples() {
    return samples;
  }

  public List<Profile> profiles() {
    return profiles;
  }

  public List<RunEvent> events() {
    return events;
  }

  /** The events of one type, in order. */
  public <E extends RunEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public List<Checkpoint> checkpoints() {
    return checkpoints;
  }

  public RunStatus status() {
    return status;
  }

  public List<Tensor> weights() {
    return weights;
  }

  /** Completed when the run is over. */
  public CompletableFuture<RunSummary> end() {
    return end;
  }
}
