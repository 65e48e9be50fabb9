package grokscope.ui.session;

import grokscope.run.RunFolder;
import grokscope.story.Account;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.StepInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one window, which of them is shown, and the listeners to both. A stored run that is
 * only shown is not one of the window. FX thread only; needs no toolkit.
 */
public final class WindowRuns {
  /** How many earlier runs keep their curves. */
  private static final int GHOSTS = 4;

  private static final int LISTED = 200;

  private final List<LabEvents> listeners = new ArrayList<>();
  private final ObservableList<LabRun> runs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable LabRun> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RunStatus> status =
      new ReadOnlyObjectWrapper<>(RunStatus.idle());
  private final ReadOnlyObjectWrapper<Account> account =
      new ReadOnlyObjectWrapper<>(Account.NOTHING_YET);
  private OptionalInt lookedAt = OptionalInt.empty();
  private int started;
  private int opened;

  public void listen(LabEvents listener) {
    listeners.add(listener);
  }

  /**
   * Shows a run of the window, in the place of one of the same folder, which it goes on with.
   *
   * @param parent the run of which it is a branch, if that is shown
   * @param history what it has measured so far
   * @param id the id that its telemetry carries
   * @param before what has happened to it so far
   */
  void begin(
      RunOrigin origin, Optional<LabRun> parent, History history, long id, List<RunEvent> before) {
    RunStatus preparing = preparing(id, origin.config().steps(), before);
    LabRun run = new LabRun(number(origin), origin, parent, history, preparing);
    if (history.size() > 0) {
      int until = (int) history.step(history.size() - 1);
      Stream.concat(Optional.ofNullable(current()).stream(), runs.stream())
          .filter(other -> isOf(other, origin.folder()))
          .findFirst()
          .or(() -> parent)
          .ifPresent(earlier -> run.inherit(earlier, until));
    }
    List<LabRun> now = new ArrayList<>(runs);
    now.removeIf(other -> isOf(other, origin.folder()));
    now.add(0, run);
    now.stream().skip(GHOSTS + 1L).findFirst().ifPresent(LabRun::forget);
    // At once, so that listeners to the list find the old run where the new one comes.
    runs.setAll(now.subList(0, Math.min(now.size(), LISTED)));
    show(run, before);
  }

  /** The first status of a run, with what it had reached before it was resumed. */
  private static RunStatus preparing(long id, int steps, List<RunEvent> before) {
    Optional<StepInterval> memorized = Optional.empty();
    Optional<StepInterval> grokked = Optional.empty();
    for (RunEvent event : before) {
      if (event instanceof RunEvent.Memorized reached) {
        memorized = Optional.of(reached.at());
      } else if (event instanceof RunEvent.Generalized reached) {
        grokked = Optional.of(reached.at());
      }
    }
    return new RunStatus(id, RunState.PREPARING, 0, steps, 0, memorized, grokked, "");
  }

  /**
   * Shows a stored run, or what else has a network.
   *
   * @param word its final status, with the id that is given
   * @param before what has happened to it
   */
  void open(
      RunOrigin origin, History history, LongFunction<RunStatus> word, List<RunEvent> before) {
    opened++;
    show(new LabRun(0, origin, history, word.apply(-opened)), before);
  }

  /** A continued run keeps its number. */
  private int number(RunOrigin origin) {
    return runs.stream()
        .filter(run -> isOf(run, origin.folder()))
        .findFirst()
        .map(LabRun::number)
        .orElseGet(() -> ++started);
  }

  private static boolean isOf(LabRun run, Optional<RunFolder> folder) {
    return folder.isPresent() && run.folder().equals(folder);
  }

  private void show(LabRun run, List<RunEvent> before) {
    lookedAt = OptionalInt.empty();
    current.set(run);
    before.forEach(run.story()::note);
    publish(run);
    listeners.forEach(listener -> listener.onBegin(run));
    before.forEach(event -> tell(run, event));
    if (run.history().size() > 0) {
      grew(run);
    }
  }

  /** The history of the shown run has grown. */
  void grew(LabRun run) {
    listeners.forEach(listener -> listener.onGrowth(run));
  }

  /** Something happened to the shown run. */
  void happened(LabRun run, RunEvent event) {
    run.story().note(event);
    tell(run, event);
  }

  private void tell(LabRun run, RunEvent event) {
    listeners.forEach(listener -> listener.onEvent(run, event));
  }

  /** Tells how the shown run is. */
  void publish(LabRun run) {
    status.set(run.status());
    account.set(accountOf(run));
  }

  private Account accountOf(LabRun run) {
    return lookedAt.isPresent() ? run.story().at(lookedAt.getAsInt()) : run.story().now();
  }

  /** Tells the shown run as it was at a step; as it is now at none. */
  public void lookAt(OptionalInt step) {
    lookedAt = step;
    LabRun run = current();
    if (run != null) {
      publish(run);
    }
  }

  /** A run of the window has ended, shown or not. */
  void end(RunSummary summary) {
    runs.stream()
        .filter(run -> run.id() == summary.run())
        .findFirst()
        .ifPresent(run -> run.status(last(run.status(), summary)));
  }

  private static RunStatus last(RunStatus before, RunSummary summary) {
    return new RunStatus(
            summary.run(),
            summary.state(),
            summary.steps(),
            before.steps(),
            summary.stepsPerSecond(),
            summary.memorizedAt(),
            summary.generalizedAt(),
            summary.message())
        .taking(summary.seconds());
  }

  /**
   * What is drawn pale behind the shown run: the run that it is a branch of, then earlier ones of
   * the same task whose curves are kept, newest first. Behind a stored run there is nothing.
   */
  public List<LabRun> ghosts() {
    LabRun run = current();
    if (run == null || run.number() == 0) {
      return List.of();
    }
    return Stream.concat(run.parent().stream(), runs.stream())
        .filter(other -> other != run && comparable(other, run))
        .distinct()
        .limit(GHOSTS)
        .filter(other -> other.history().size() > 0)
        .toList();
  }

  /** Runs of different kinds of task say nothing about each other. */
  private static boolean comparable(LabRun one, LabRun other) {
    return one.config().task().type().equals(other.config().task().type());
  }

  /** The shown run, if it is recorded in this folder. */
  Optional<LabRun> shown(Optional<RunFolder> folder) {
    return Optional.ofNullable(current()).filter(run -> isOf(run, folder));
  }

  /** All of the window, newest first. */
  public ObservableList<LabRun> all() {
    return FXCollections.unmodifiableObservableList(runs);
  }

  /** The shown run; none before the first. */
  public @Nullable LabRun current() {
    return current.get();
  }

  public RunStatus status() {
    return status.get();
  }

  /** The shown run; it is one of this window, or a stored one. */
  public ReadOnlyObjectProperty<@Nullable LabRun> currentProperty() {
    return current.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<RunStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** What is said of the shown run, now or at the step that is looked at. */
  public ReadOnlyObjectProperty<Account> accountProperty() {
    return account.getReadOnlyProperty();
  }
}
