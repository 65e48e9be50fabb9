package grokscope.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A listener that a screen reads at its own pace: samples through a {@link SampleBuffer}, events in
 * a queue (they are rare), and the latest status and summary. The trainer thread writes, and one
 * other thread reads; neither waits for the other. Only {@link #onEvent} may be called on any
 * thread: what happens on the disk is reported by the thread that writes there.
 */
public final class RunFeed implements RunListener {
  private static final int CAPACITY = 16_384;

  private final SampleBuffer samples = new SampleBuffer(CAPACITY);
  private final Queue<Profile> profiles = new ConcurrentLinkedQueue<>();
  private final Queue<RunEvent> events = new ConcurrentLinkedQueue<>();
  private final Queue<Computed> computed = new ConcurrentLinkedQueue<>();
  private final Queue<RunSummary> summaries = new ConcurrentLinkedQueue<>();
  private volatile RunStatus status = RunStatus.idle();

  @Override
  public void onSample(Sample sample) {
    samples.write(sample);
  }

  @Override
  public void onProfile(Profile profile) {
    profiles.add(profile); // two for each evaluation, whose number the schedule bounds
  }

  @Override
  public void onComputed(Computed now) {
    computed.add(now);
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
  public void onEnd(RunSummary summary) {
    summaries.add(summary);
  }

  /** The samples since the last call. */
  public List<Sample> drainSamples() {
    return samples.drain();
  }

  /** The profiles since the last call. */
  public List<Profile> drainProfiles() {
    return drained(profiles);
  }

  /** The events since the last call. */
  public List<RunEvent> drainEvents() {
    return drained(events);
  }

  /** With what runs are computed, since the last call. */
  public List<Computed> drainComputed() {
    return drained(computed);
  }

  /** The summaries of runs that ended since the last call. */
  public List<RunSummary> drainSummaries() {
    return drained(summaries);
  }

  /** The latest status. */
  public RunStatus status() {
    return status;
  }

  /** How many samples were dropped because nobody drained. */
  public long thinned() {
    return samples.thinned();
  }

  private static <T> List<T> drained(Queue<T> queue) {
    List<T> taken = new ArrayList<>();
    for (T next = queue.poll(); next != null; next = queue.poll()) {
      taken.add(next);
    }
    return taken;
  }
}
