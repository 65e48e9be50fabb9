package grokscope.ui.opening;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.figure.RunIdentity;
import grokscope.run.ContinuedRun;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunPreset;
import grokscope.run.RunWriter;
import grokscope.run.StoredRun;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.Lab;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.OpenedRun;
import grokscope.ui.session.RunController;
import grokscope.ui.session.Trouble;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.Draft;
import grokscope.ui.setting.KnownPresets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings stored runs back into the window: to look at them, to go on with them, and to branch from
 * them. The disk is touched in the background; a refusal is shown at the top of the window and
 * changes nothing. FX thread only.
 */
public final class StoredRunActions {
  private final Lab lab;
  private final RunController controller;
  private final WindowRuns runs;
  private final Trouble trouble;
  private final Draft draft;
  private final BackgroundReader backgroundReader;
  private final StopConfirmation progress;
  private boolean busy; // with something that has not come yet
  private int opening; // the number of the latest run to be shown
  private boolean closed;

  public StoredRunActions(
      Lab lab,
      RunController controller,
      Draft draft,
      BackgroundReader backgroundReader,
      StopConfirmation progress) {
    this.lab = lab;
    this.controller = controller;
    this.runs = controller.runs();
    this.trouble = controller.trouble();
    this.draft = draft;
    this.backgroundReader = backgroundReader;
    this.progress = progress;
  }

  /** Shows a run with its settings beside it; one in progress goes on. */
  public void open(RunFolder folder) {
    open(folder, () -> {});
  }

  /** Does the same, and something more when the run is shown. */
  void open(RunFolder folder, Runnable then) {
    Optional<LabRun> kept = runs.kept(folder);
    if (kept.isPresent()) {
      controller.show(kept.get());
      then.run();
      return;
    }
    List<Preset> presets = lab.presets().all();
    int number = ++opening;
    backgroundReader.ask(
        () -> read(folder, new KnownPresets(presets)),
        run -> {
          if (!closed && number == opening) { // somebody who looks at many wants the last
            controller.open(run);
            then.run();
          }
        },
        trouble::say);
  }

  /**
   * Shows the pictures of a run beside those of the shown one.
   *
   * @param beside shows them
   */
  public void compare(RunFolder folder, Consumer<LabRun> beside) {
    Optional<LabRun> kept = runs.kept(folder);
    if (kept.isPresent()) {
      beside.accept(kept.get());
      return;
    }
    List<Preset> presets = lab.presets().all();
    backgroundReader.ask(
        () -> read(folder, new KnownPresets(presets)),
        run -> {
          if (!closed) {
            beside.accept(controller.beside(run));
          }
        },
        trouble::say);
  }

  /** Shows a run of this window with its settings beside it. */
  public void show(LabRun run) {
    opening++;
    controller.show(run);
  }

  /**
   * Goes on with a stored run from its last checkpoint.
   *
   * @param steps after how many steps it is to be over, if those are more than it was to have
   */
  public void resume(RunFolder folder, int steps) {
    if (isFree(folder) && progress.mayEnd("Stop it and resume this one")) {
      List<Preset> presets = lab.presets().all();
      ask(
          () -> resumed(folder, steps, new KnownPresets(presets)),
          run -> controller.goOn(run.run(), run.preset(), Optional.empty()),
          late -> drop(late.run()));
    }
  }

  /**
   * Begins a run with the network of a checkpoint of the shown run and with the settings that were
   * in force there; only what the panel has otherwise than the shown run is changed from there on.
   */
  public void branch(LabRun shown, RunFolder parent, int step) {
    if (!draft.problems().isEmpty()) {
      trouble.say("This cannot be run yet: " + draft.reason());
      return;
    }
    if (progress.endsMore() && !progress.mayEnd("Stop it and branch")) {
      return;
    }
    RunConfig seen = shown.knobs().chosen();
    RunConfig wanted = draft.config();
    ask(
        () -> lab.stored().writer().branch(parent, step, seen, wanted),
        run -> controller.goOn(run, shown.preset(), Optional.of(parent)),
        this::drop,
        seen.differences(wanted).isEmpty()
            ? ""
            : "A double click on the run in the list puts its own settings on the left.");
  }

  private boolean isFree(RunFolder folder) {
    boolean going = progress.is(folder);
    if (going) {
      trouble.say("This run is in progress: stop it first.");
    }
    return !going;
  }

  /** One thing at a time; what comes too late for the window that it was meant for is dropped. */
  private <T> void ask(BackgroundReader.Work<T> work, Consumer<T> done, Consumer<T> late) {
    ask(work, done, late, "");
  }

  /** The same, with a remedy after the sentence of a refusal. */
  private <T> void ask(
      BackgroundReader.Work<T> work, Consumer<T> done, Consumer<T> late, String remedy) {
    if (busy) {
      return;
    }
    busy = true;
    LabRun shown = runs.current();
    backgroundReader.ask(
        work,
        found -> {
          busy = false;
          (closed || shown != runs.current() ? late : done).accept(found);
        },
        sentence -> {
          busy = false;
          trouble.say((sentence + " " + remedy).strip());
        });
  }

  /** It is not continued, so its folder is released. */
  private void drop(ContinuedRun run) {
    backgroundReader.ask(
        () -> {
          run.recorder().close();
          return run;
        },
        dropped -> {},
        why -> {});
  }

  /** Drops the answers that are still on their way. */
  public void close() {
    closed = true;
  }

  private OpenedRun read(RunFolder folder, KnownPresets presets) throws InvalidConfig {
    lab.records().settle(); // it may be one that has just been stopped
    StoredRun stored = lab.stored().library().open(folder.path());
    return new OpenedRun(
        stored,
        preset(
            stored.listed().preset(),
            stored.listed().config(),
            stored.listed().remarks(),
            folder,
            presets));
  }

  /** The words around a run: those of the preset it is of, or else its name. */
  private static Preset preset(
      RunPreset from, RunConfig config, Remarks remarks, RunFolder folder, KnownPresets presets) {
    String name =
        remarks.name().isEmpty()
            ? RunIdentity.usualName(from.title(), Optional.of(folder), config)
            : remarks.name();
    return presets
        .of(from, config)
        .orElseGet(() -> new Preset("", false, PresetNotes.bare(name), config));
  }

  /** A run that is continued, and the words around it. */
  private record Resumed(ContinuedRun run, Preset preset) {}

  private Resumed resumed(RunFolder folder, int wanted, KnownPresets presets) throws InvalidConfig {
    lab.records().settle(); // it may be one that has just been stopped
    RunWriter writer = lab.stored().writer();
    ContinuedRun run =
        writer.resume(folder.path(), (began, done) -> steps(folder, wanted, began, done));
    Preset preset =
        preset(
            RunPreset.read(folder), run.request().config(), Remarks.read(folder), folder, presets);
    return new Resumed(run, preset);
  }

  /** After how many steps a continued run ends. */
  private static int steps(RunFolder folder, int wanted, RunConfig began, int done)
      throws InvalidConfig {
    int steps = Math.max(wanted, began.steps());
    if (done >= steps) {
      throw new InvalidConfig(
          "",
          "The run "
              + folder.path().getFileName()
              + " has done all its "
              + steps
              + " steps: open it, choose more steps on the left, and press Go on training");
    }
    return steps;
  }
}
