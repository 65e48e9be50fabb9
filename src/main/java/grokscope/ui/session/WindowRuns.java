package grokscope.ui.session;

import grokscope.config.preset.Preset;
import grokscope.run.RunFolder;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.story.Account;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.StepInterval;
import java.nio.file.Path;
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
 * The runs of one window, and the listeners to the one that is shown. Which run is shown and which
 * is in progress are two things: somebody may look at a stored run, or at an earlier one of the
 * window, while another goes on. A stored run that is only shown is not one of the window. FX
 * thread only; needs no toolkit.
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
  private final ReadOnlyObjectWrapper<RunStatus> progress =
      new ReadOnlyObjectWrapper<>(RunStatus.idle());
  private final ReadOnlyObjectWrapper<Optional<LabRun>> elsewhere =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable LabRun latest;
  private OptionalInt lookedAt = OptionalInt.empty();
  private int opened;

  public void listen(LabEvents listener) {
    listeners.add(listener);
  }

  /**
   * Begins a run of the window, in the place of one of the same folder, which it goes on with.
   *
   * @param parent the run of which it is a branch, if that is shown
   * @param history what it has measured so far
   * @param id the id that its telemetry carries
   * @param before what has happened to it so far
   * @param shown whether it is shown from now on; else what is shown stays
   */
  void begin(
      RunOrigin origin,
      Optional<LabRun> parent,
      History history,
      long id,
      List<RunEvent> before,
      boolean shown) {
    RunStatus preparing = preparing(id, origin.config().steps(), before);
    LabRun run = new LabRun(origin, parent, history, preparing);
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
    latest = run;
    now.stream()
        .skip(GHOSTS + 1L)
        .filter(old -> !old.forgotten() && (shown || old != current()))
        .forEach(LabRun::forget);
    // At once, so that listeners to the list find the old run where the new one comes.
    runs.setAll(now.subList(0, Math.min(now.size(), LISTED)));
    before.forEach(run::note);
    if (shown) {
      show(run);
    } else {
      publish();
    }
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
   * Makes a stored run, or what else has a network, to be shown.
   *
   * @param word its final status, with the id that is given
   * @param before what has happened to it
   */
  LabRun opened(
      RunOrigin origin, History history, LongFunction<RunStatus> word, List<RunEvent> before) {
    opened++;
    LabRun run = new LabRun(origin, history, word.apply(-opened));
    before.forEach(run::note);
    return run;
  }

  private static boolean isOf(LabRun run, Optional<RunFolder> folder) {
    return folder.isPresent() && run.folder().equals(folder);
  }

  /** Shows a run, which may be in progress or over. */
  void show(LabRun run) {
    lookedAt = OptionalInt.empty();
    current.set(run);
    publish();
    listeners.forEach(listener -> listener.onBegin(run));
    run.events().forEach(event -> tell(run, event));
    if (run.history().size() > 0) {
      grew(run);
    }
  }

  /** The history of a run has grown, shown or not. */
  void grew(LabRun run) {
    if (run == current()) {
      listeners.forEach(listener -> listener.onGrowth(run));
    }
  }

  /** Something happened to a run, shown or not. */
  void happened(LabRun run, RunEvent event) {
    run.note(event);
    if (run == current()) {
      tell(run, event);
    } else {
      listeners.forEach(listener -> listener.onEventElsewhere(run, event));
    }
  }

  /**
   * Checkpoints of a run were deleted.
   *
   * @param last what is left of them at the end
   * @param gone their files
   */
  public void thinned(RunFolder folder, CheckpointEntry last, List<Path> gone) {
    shown(Optional.of(folder))
        .ifPresent(
            run ->
                tell(
                    run,
                    new RunEvent.CheckpointKept(
                        run.id(), last.step(), last.reason(), last.file(), last.bytes(), gone)));
  }

  private void tell(LabRun run, RunEvent event) {
    listeners.forEach(listener -> listener.onEvent(run, event));
  }

  /** Tells how the shown run is, and the one in progress. */
  void publish() {
    LabRun run = current();
    if (run != null) {
      status.set(run.status());
      account.set(accountOf(run));
    }
    elsewhere.set(inProgress().filter(working -> working != run));
    progress.set(inProgress().map(LabRun::status).orElse(status.get()));
  }

  private Account accountOf(LabRun run) {
    return lookedAt.isPresent() ? run.story().at(lookedAt.getAsInt()) : run.story().now();
  }

  /** Tells the shown run as it was at a step; as it is now at none. */
  public void lookAt(OptionalInt step) {
    lookedAt = step;
    publish();
  }

  /** Whether an earlier step of the shown run is looked at. */
  boolean looksBack() {
    return lookedAt.isPresent();
  }

  /** The run that began last; none before the first. */
  @Nullable LabRun latest() {
    return latest;
  }

  /** The run in progress, shown or not. */
  public Optional<LabRun> inProgress() {
    return Optional.ofNullable(latest).filter(run -> run.status().state().active());
  }

  /** Whether the trainer has the network of this run: no other has begun since. */
  public boolean trains(LabRun run) {
    return run == latest;
  }

  /** The run of the window or the shown one with this id. */
  Optional<LabRun> of(long id) {
    return Stream.concat(Optional.ofNullable(current()).stream(), runs.stream())
        .filter(run -> run.id() == id)
        .findFirst();
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
   * the same preset whose curves are kept, newest first. Behind a stored run there is nothing.
   */
  public List<LabRun> ghosts() {
    LabRun run = current();
    if (run == null || run.id() < 0) {
      return List.of();
    }
    Stream<LabRun> earlier =
        runs.stream()
            .skip(runs.indexOf(run) + 1L)
            .filter(other -> samePreset(other.preset(), run.preset()));
    return Stream.concat(run.parent().stream(), earlier)
        .filter(other -> comparable(other, run))
        .distinct()
        .limit(GHOSTS)
        .filter(other -> other.history().size() > 0)
        .toList();
  }

  /** Among configs without a preset, the title says where they are from. */
  private static boolean samePreset(Preset one, Preset other) {
    return one.id().equals(other.id())
        && (!one.id().isEmpty() || one.title().equals(other.title()));
  }

  /** Runs of different kinds of task say nothing about each other. */
  private static boolean comparable(LabRun one, LabRun other) {
    return one.config().task().type().equals(other.config().task().type());
  }

  /** The run of the window that is recorded in this folder, if its curves are still there. */
  public Optional<LabRun> kept(RunFolder folder) {
    return runs.stream()
        .filter(run -> isOf(run, Optional.of(folder)) && !run.forgotten())
        .findFirst();
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

  /** The latest word on the shown run. */
  public RunStatus status() {
    return status.get();
  }

  /** The shown run; it is one of this window, or a stored one. */
  public ReadOnlyObjectProperty<@Nullable LabRun> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The latest word on the shown run. */
  public ReadOnlyObjectProperty<RunStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The latest word on the run in progress if there is one, or else on the shown run. */
  public ReadOnlyObjectProperty<RunStatus> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public RunStatus progress() {
    return progress.get();
  }

  /** The run in progress while another is shown; empty otherwise. */
  public ReadOnlyObjectProperty<Optional<LabRun>> elsewhereProperty() {
    return elsewhere.getReadOnlyProperty();
  }

  /** What is said of the shown run, now or at the step that is looked at. */
  public ReadOnlyObjectProperty<Account> accountProperty() {
    return account.getReadOnlyProperty();
  }
}
