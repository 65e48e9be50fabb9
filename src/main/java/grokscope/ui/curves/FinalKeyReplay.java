package grokscope.ui.curves;

import grokscope.run.RunFolder;
import grokscope.telemetry.RunState;
import grokscope.train.loop.ReplyBox;
import grokscope.ui.chart.ReplayedCurves;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabEvents;
import grokscope.ui.session.LabRun;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Has the circuit of the current run read again when the run is over, with the key frequencies of
 * its last network; not while another run is in progress, which would wait for every answer. Does
 * nothing where there is no circuit, no checkpoint or no usable end. FX thread only; needs no
 * toolkit.
 */
public final class FinalKeyReplay implements LabEvents, AutoCloseable {
  private final BackgroundReader backgroundReader;
  private final Runnable settle;
  private final ReplyBox replies;
  private final Consumer<ReplayedCurves> shown;
  private final ObservableValue<Optional<LabRun>> elsewhere;
  private @Nullable LabRun current;
  private Optional<FinalKeyReplayTask> reading = Optional.empty();

  /**
   * Nothing is read yet.
   *
   * @param backgroundReader reads the files
   * @param settle returns when the last checkpoint of a run that is over is on disk
   * @param replies takes questions to the trainer, and hands out the answers
   * @param shown hears what has been read of the current run, whenever it is more
   * @param elsewhere the run in progress while another is shown
   */
  public FinalKeyReplay(
      BackgroundReader backgroundReader,
      Runnable settle,
      ReplyBox replies,
      Consumer<ReplayedCurves> shown,
      ObservableValue<Optional<LabRun>> elsewhere) {
    this.backgroundReader = backgroundReader;
    this.settle = settle;
    this.replies = replies;
    this.shown = shown;
    this.elsewhere = elsewhere;
    elsewhere.addListener((property, before, now) -> make(now.isEmpty()));
  }

  /** Reads on when the trainer is free, and not before. */
  private void make(boolean free) {
    LabRun run = current;
    if (!free) {
      close();
    } else if (run != null && reading.isEmpty()) {
      over(run);
    }
  }

  @Override
  public void onBegin(LabRun run) {
    close();
    current = run;
    if (run.status().state().ended()) {
      over(run);
    } else {
      run.statusProperty()
          .addListener(
              (property, before, now) -> {
                boolean over = now.state().ended() && !before.state().ended();
                if (run == current && over && reading.isEmpty()) { // it may be heard twice
                  over(run);
                }
              });
    }
  }

  private void over(LabRun run) {
    RunState how = run.status().state();
    boolean usable = how == RunState.FINISHED || how == RunState.STOPPED;
    if (usable
        && elsewhere.getValue().isEmpty()
        && run.history().column(FinalKeyReplayTask.RESTRICTED.id()) >= 0) {
      reading = run.folder().map(folder -> read(run, folder));
    }
  }

  private FinalKeyReplayTask read(LabRun run, RunFolder folder) {
    FinalKeyReplayTask begun =
        new FinalKeyReplayTask(
            run.id(),
            run.config(),
            run.source().filter(from -> !from.splitKnown()).isEmpty(),
            backgroundReader,
            replies,
            shown);
    begun.begin(folder, settle);
    return begun;
  }

  /** Gives up what is being read: nobody is left to be asked. */
  @Override
  public void close() {
    reading.ifPresent(FinalKeyReplayTask::giveUp);
    reading = Optional.empty();
  }
}
