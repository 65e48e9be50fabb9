package grokscope.ui.session;

import grokscope.config.preset.Preset;
import grokscope.config.queue.PlannedRun;
import grokscope.config.queue.QueuePlan;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Starts the runs of a plan one after the other. It never takes the lab from its user: anybody who
 * starts another run ends the queue. FX thread only; needs no toolkit.
 */
public final class RunQueue {
  private static final QueuePlan NOTHING = new QueuePlan(List.of());

  private final RunController controller;
  private final WindowRuns runs;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private QueuePlan plan = NOTHING;
  private @Nullable Preset preset;
  private int next;
  private @Nullable LabRun current;

  public RunQueue(RunController controller) {
    this.controller = controller;
    this.runs = controller.runs();
  }

  /**
   * Starts the first run of a plan, in place of any run in progress.
   *
   * @param from the preset that its runs are variations of
   */
  public void start(QueuePlan chosen, Preset from) {
    plan = chosen;
    preset = from;
    next = 0;
    begin();
  }

  /** Starts the next run when one has ended. Called between two drains of the telemetry. */
  public void advance() {
    if (current == null) {
      return;
    }
    if (runs.latest() != current) {
      end(); // somebody started a run of their own
    } else if (current.status().state().ended()) {
      begin();
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

  /** How many runs are still to begin. */
  public int left() {
    return current == null ? 0 : plan.runs().size() - next;
  }

  /** Which run is in progress, such as "run 3 of 12 · seed=2"; empty without a queue. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /**
   * The first run is shown, and each after it, unless somebody looks at another. So are its
   * settings, unless somebody prepares others.
   */
  private void begin() {
    Preset from = preset;
    if (from == null || next == plan.runs().size()) {
      end();
      return;
    }
    PlannedRun run = plan.runs().get(next++);
    if (run.number() == 1) {
      controller.run(run.config(), from);
    } else {
      controller.runNext(run.config(), from);
    }
    current = runs.latest();
    words.set("run " + run.number() + " of " + plan.runs().size() + " · " + run.words());
  }

  private void end() {
    plan = NOTHING;
    current = null;
    words.set("");
  }
}
