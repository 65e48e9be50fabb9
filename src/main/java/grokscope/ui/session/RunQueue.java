package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.preset.Preset;
import grokscope.config.queue.PlannedRun;
import grokscope.config.queue.QueuePlan;
import grokscope.story.RunWords;
import grokscope.text.ClockText;
import grokscope.train.loop.RunRequest.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Starts the runs of a plan one after the other. It never takes the lab from its user: anybody who
 * starts another run ends the queue. FX thread only; needs no toolkit.
 */
public final class RunQueue {
  private static final double ENOUGH = 2; // seconds, before which the first steps mislead

  private final RunController controller;
  private final WindowRuns runs;
  private final RunWords names;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<PlannedRun>> waiting =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<LabRun>> begun = new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanProperty held = new SimpleBooleanProperty(false);
  private @Nullable Started started;
  private @Nullable LabRun current;

  /** What has been started. */
  private record Started(QueuePlan plan, Preset preset, Until until) {}

  /**
   * A queue without runs.
   *
   * @param names calls the settings of its runs what the panel calls them
   */
  public RunQueue(RunController controller, RunWords names) {
    this.controller = controller;
    this.runs = controller.runs();
    this.names = names;
  }

  /**
   * Starts the first run of a plan, in place of any run in progress.
   *
   * @param from the preset that its runs are variations of
   * @param until what ends a run before its last step
   */
  public void start(QueuePlan chosen, Preset from, Until until) {
    started = new Started(chosen, from, until);
    waiting.set(chosen.runs());
    begun.set(List.of());
    held.set(false);
    begin();
  }

  /** Starts the next run when one has ended. Called between two drains of the telemetry. */
  public void advance() {
    if (current == null) {
      return;
    }
    if (runs.latest() != current) {
      end(); // somebody started a run of their own
    } else if (!current.status().state().ended()) {
      say();
    } else if (waiting.get().isEmpty() || !held.get()) {
      begin();
    } else {
      say();
    }
  }

  /** Ends the run in progress; the next one follows. */
  public void stopThis() {
    controller.stop();
  }

  /** Ends the run in progress and forgets the others. */
  public void stopAll() {
    end();
    controller.stop();
  }

  /** Forgets a run that has not begun. */
  public void skip(PlannedRun run) {
    waiting.set(waiting.get().stream().filter(other -> other.number() != run.number()).toList());
  }

  /** Whether the run that is next waits until this is false again. */
  public BooleanProperty heldProperty() {
    return held;
  }

  /** The runs that are still to begin. */
  public ReadOnlyObjectProperty<List<PlannedRun>> waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** How many runs are still to begin. */
  public int left() {
    return waiting.get().size();
  }

  /** The runs of the last queue that have begun, in their order. */
  public ReadOnlyObjectProperty<List<LabRun>> begunProperty() {
    return begun.getReadOnlyProperty();
  }

  /** Which run is in progress, such as "run 3 of 12 · decay 2 · seed 1"; empty without a queue. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** What makes a run of the queue differ: "decay 2 · seed 1". */
  public String words(PlannedRun run) {
    RunConfig config = run.config();
    return Stream.concat(run.varied().keySet().stream(), Stream.of(SettingPaths.SEED))
        .map(path -> names.setting(config, path))
        .collect(Collectors.joining(" · "));
  }

  /**
   * The first run is shown, and each after it, unless somebody looks at another. So are its
   * settings, unless somebody prepares others.
   */
  private void begin() {
    Started queue = started;
    List<PlannedRun> left = waiting.get();
    if (queue == null || left.isEmpty()) {
      end();
      return;
    }
    PlannedRun run = left.get(0);
    if (begun.get().isEmpty()) {
      controller.run(run.config(), queue.preset(), queue.until());
    } else {
      controller.runNext(run.config(), queue.preset(), queue.until());
    }
    LabRun now = runs.latest();
    if (now == null) {
      throw new IllegalStateException("a run that was started is the latest");
    }
    current = now;
    waiting.set(left.subList(1, left.size()));
    List<LabRun> all = new ArrayList<>(begun.get());
    all.add(now);
    begun.set(List.copyOf(all));
    say();
  }

  private void say() {
    Started queue = started;
    LabRun run = current;
    if (queue == null || run == null) {
      return;
    }
    int all = begun.get().size() + left();
    String place = "run " + begun.get().size() + " of " + all;
    if (run.status().state().ended()) {
      words.set(place + " has ended · the queue is paused");
      return;
    }
    String what =
        queue.plan().runs().stream()
            .filter(planned -> planned.config().equals(run.config()))
            .findFirst()
            .map(planned -> " · " + words(planned))
            .orElse("");
    words.set(place + what + timeLeft(run, queue.until()));
  }

  /** By the time that the steps of this queue have taken so far. */
  private String timeLeft(LabRun run, Until until) {
    double seconds = 0;
    long steps = 0;
    for (LabRun each : begun.get()) {
      if (each.seconds() > 0) {
        seconds += each.seconds();
        steps += each.status().step();
      }
    }
    if (seconds < ENOUGH || steps == 0) {
      return "";
    }
    long toDo = Math.max(0, run.status().steps() - run.status().step());
    for (PlannedRun each : waiting.get()) {
      toDo += each.config().steps();
    }
    String most = until == Until.STEPS ? "" : "at most ";
    return " · " + most + ClockText.about(toDo * seconds / steps) + " left";
  }

  private void end() {
    started = null;
    current = null;
    waiting.set(List.of());
    held.set(false);
    words.set("");
  }
}
