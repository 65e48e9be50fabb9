package grokscope.ui;

import grokscope.config.Heading;
import grokscope.config.InvalidConfig;
import grokscope.config.Preset;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.run.BranchedRun;
import grokscope.run.RunFolder;
import grokscope.run.RunRecorder;
import grokscope.run.RunStore;
import grokscope.run.StoppedRun;
import grokscope.run.StoredRun;
import grokscope.telemetry.Checkpoint;
import grokscope.train.RunRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings stored runs back into the window: to look at them, to go on with them, and to branch from
 * them. The disk is touched in the background; a refusal is said above the window and changes
 * nothing. FX thread only.
 */
final class Reopening {
  private final Lab lab;
  private final LabModel model;
  private final Draft draft;
  private final Background background;
  private final RunInProgress progress;
  private boolean busy; // with something that has not come yet
  private boolean closed;

  Reopening(Lab lab, LabModel model, Draft draft, Background background, RunInProgress progress) {
    this.lab = lab;
    this.model = model;
    this.draft = draft;
    this.background = background;
    this.progress = progress;
  }

  /** Shows a stored run, with its settings beside it. */
  void open(RunFolder folder) {
    if (isFree(folder) && progress.mayEnd("Stop and open")) {
      List<Preset> presets = lab.presets().all();
      ask(
          () -> read(folder, new KnownPresets(presets)),
          run -> {
            draft.open(run.preset());
            model.open(run);
          },
          run -> {}); // nothing is held
    }
  }

  /**
   * Goes on with a stored run from its last checkpoint.
   *
   * @param steps after how many steps it is to be over, if those are more than it was to have
   */
  void resume(RunFolder folder, int steps) {
    if (isFree(folder) && progress.mayEnd("Stop and resume the other")) {
      List<Preset> presets = lab.presets().all();
      ask(
          () -> resumed(folder, steps, new KnownPresets(presets)),
          run -> {
            draft.open(run.before().preset());
            model.goOn(run);
          },
          this::drop);
    }
  }

  /** Begins a run with the network of a checkpoint and with the settings that are chosen now. */
  void branch(RunFolder parent, int step) {
    if (!draft.problems().isEmpty()) {
      model.trouble("This cannot be run yet: " + draft.reason());
      return;
    }
    RunConfig wanted = draft.config();
    Preset preset = draft.preset();
    ask(() -> branched(parent, step, wanted, preset), model::goOn, this::drop);
  }

  private boolean isFree(RunFolder folder) {
    boolean going = progress.is(folder);
    if (going) {
      model.trouble("This run is going on now: stop it first.");
    }
    return !going;
  }

  /** One thing at a time; what comes too late for the window that it was meant for is dropped. */
  private <T> void ask(Background.Work<T> work, Consumer<T> done, Consumer<T> late) {
    if (busy) {
      return;
    }
    busy = true;
    LabRun shown = model.currentProperty().get();
    background.ask(
        work,
        found -> {
          busy = false;
          (closed || shown != model.currentProperty().get() ? late : done).accept(found);
        },
        sentence -> {
          busy = false;
          model.trouble(sentence);
        });
  }

  /** Nobody goes on with it, so its folder is let go. */
  private void drop(GoingOn run) {
    background.ask(
        () -> {
          run.recording().close().run();
          return run;
        },
        dropped -> {},
        why -> {});
  }

  /** What has not come yet is not shown any more. */
  void close() {
    closed = true;
  }

  private OpenedRun read(RunFolder folder, KnownPresets presets) throws InvalidConfig {
    StoredRun stored = lab.stored().store().open(folder.path());
    RunConfig config = stored.listed().config();
    Preset from =
        presets
            .of(config)
            .orElseGet(() -> new Preset("", false, Heading.bare(name(stored)), config));
    return new OpenedRun(stored, new Preset(from.id(), from.shipped(), from.heading(), config));
  }

  private static String name(StoredRun stored) {
    String given = stored.listed().remarks().name();
    return given.isEmpty() ? stored.name() : given;
  }

  private GoingOn resumed(RunFolder folder, int wanted, KnownPresets presets) throws InvalidConfig {
    RunStore store = lab.stored().store();
    lab.records().settle(); // it may be one that has just been stopped
    try (StoppedRun stopped = store.stopped(folder.path())) {
      int steps = Math.max(wanted, stopped.config().steps());
      if (stopped.from().map(Checkpoint::step).filter(done -> done >= steps).isPresent()) {
        throw new InvalidConfig(
            "",
            "The run "
                + folder.path().getFileName()
                + " has done all its "
                + steps
                + " steps: open it, choose more steps on the left, and press Resume");
      }
      OpenedRun before = lasting(read(folder, presets), steps);
      RunRequest request = stopped.request(steps);
      RunRecorder recorder = stopped.recorder(steps);
      return new GoingOn(request, RunRecords.Recording.of(recorder), before, Optional.empty());
    }
  }

  /** The same with another number of steps in the settings beside it. */
  private OpenedRun lasting(OpenedRun run, int steps) throws InvalidConfig {
    Preset from = run.preset();
    RunConfig config = lab.catalog().with(from.config(), SettingPaths.STEPS, (long) steps);
    return new OpenedRun(
        run.stored(), new Preset(from.id(), from.shipped(), from.heading(), config));
  }

  private GoingOn branched(RunFolder parent, int step, RunConfig wanted, Preset preset)
      throws InvalidConfig {
    RunStore store = lab.stored().store();
    BranchedRun made = store.branch(parent, step, wanted);
    boolean read = false;
    try {
      OpenedRun before = new OpenedRun(store.open(made.recorder().folder().path()), preset);
      read = true;
      return new GoingOn(
          made.request(), RunRecords.Recording.of(made.recorder()), before, Optional.of(parent));
    } finally {
      if (!read) {
        made.recorder().close();
      }
    }
  }
}
