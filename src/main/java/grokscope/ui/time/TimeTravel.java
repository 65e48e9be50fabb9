package grokscope.ui.time;

import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.story.ReachedMark;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.StepInterval;
import grokscope.train.loop.ReplyBox;
import grokscope.ui.chart.CurvesView;
import grokscope.ui.color.Palette;
import grokscope.ui.figure.FigureSaving;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.picture.paint.Subject;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabEvents;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.WindowRuns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;

/**
 * The pictures of the window and the steps of the run that they show: one beside the curves, or two
 * beside each other to compare two steps. FX thread only.
 */
public final class TimeTravel implements LabEvents {
  private final WindowRuns runs;
  private final CurvesView curves;
  private final Timeline timeline;
  private final TimeCursor timeCursor;
  private final TimeCursor earlier;
  private final PictureDeck pictures;
  private final PictureDeck others;
  private final BooleanProperty comparing = new SimpleBooleanProperty(false);
  private final TimeBar bar;
  private final TimeBar earlierBar;

  public TimeTravel(
      WindowRuns runs,
      CurvesView curves,
      BackgroundReader backgroundReader,
      ReplyBox replies,
      FigureSaving saving) {
    Archive archive = new StoredArchive(backgroundReader);
    this.runs = runs;
    this.curves = curves;
    timeline = new Timeline(archive);
    timeCursor = new TimeCursor(timeline, archive);
    earlier = new TimeCursor(timeline, archive);
    pictures = new PictureDeck(replies, saving, System::nanoTime);
    others = new PictureDeck(replies, saving, System::nanoTime);
    bar = new TimeBar("", timeline, timeCursor, curves.logStepsProperty(), this::marks);
    earlierBar = new TimeBar("Left", timeline, earlier, curves.logStepsProperty(), this::marks);
    timeCursor.pinnedProperty().addListener((property, before, now) -> mark());
    curves.whenClicked(this::clicked);
    curves.cursorStepProperty().addListener((property, before, step) -> peek(step.intValue()));
    timeline.entriesProperty().addListener((property, before, now) -> pinEarlier());
    comparing.addListener((property, before, now) -> compare(now));
    runs.listen(this);
    runs.listen(new ProfileBackfill(backgroundReader, TimeTravel::subject, this::profiled));
  }

  /** Writes everything in the pictures this many times as large as usual. */
  public void setTextScale(double factor) {
    pictures.setTextScale(factor);
    others.setTextScale(factor);
  }

  /** The pictures beside the curves; of two, the right ones. */
  public PictureDeck pictures() {
    return pictures;
  }

  /** The pictures that stand where the curves were, while two steps are compared. */
  public PictureDeck others() {
    return others;
  }

  /** Whether two steps are compared. */
  public BooleanProperty comparingProperty() {
    return comparing;
  }

  /** The way through the steps, with more at its end. Called once. */
  public TimeBar bar(List<? extends Node> more) {
    bar.getChildren().addAll(more);
    return bar;
  }

  /** The same for the other pictures. */
  public TimeBar earlierBar() {
    return earlierBar;
  }

  /** The step of the checkpoint that is looked at, or of the last one; empty without any. */
  Optional<Integer> step() {
    return timeCursor.entryProperty().get().or(timeline::last).map(CheckpointEntry::step);
  }

  /** Whether the run is played again. */
  public boolean playing() {
    return bar.playing() || earlierBar.playing();
  }

  /** Stops playing. */
  public void pause() {
    bar.pause();
    earlierBar.pause();
  }

  /** Moves on by this many checkpoints; back by a negative number. */
  public void move(int by) {
    pause();
    timeCursor.move(by);
  }

  /** The checkpoint that the pictures show; empty for the current network. */
  ReadOnlyObjectProperty<Optional<CheckpointEntry>> entryProperty() {
    return timeCursor.entryProperty();
  }

  /** The steps from which a network is kept. */
  Timeline timeline() {
    return timeline;
  }

  private void clicked(int step) {
    if (step < 0) {
      timeCursor.live();
    } else {
      timeCursor.pin(step);
    }
  }

  private List<ReachedMark> marks() {
    LabRun run = runs.current();
    return run == null ? List.of() : run.story().now().marks();
  }

  /** While a run is in progress, the pictures stay with it until the user clicks. */
  private void peek(int step) {
    boolean follows = !bar.playing() && !runs.status().state().active();
    timeCursor.peek(follows ? step : -1);
  }

  private void mark() {
    Optional<Integer> step = timeCursor.pinnedProperty().get().map(CheckpointEntry::step);
    curves.setPinned(step.orElse(-1));
    runs.lookAt(step.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private void compare(boolean two) {
    if (two) {
      if (pictures.chosenProperty().get().equals(PictureDeck.NONE)) {
        pictures.chosenProperty().set(PictureDeck.tabs().get(1).id());
      }
      others.chosenProperty().set(pictures.chosenProperty().get());
      pinEarlier();
    }
  }

  /** Before anything was chosen, the left picture shows the network that had just memorised. */
  private void pinEarlier() {
    if (comparing.get() && !earlier.pinned()) {
      Optional<StepInterval> memorized =
          Optional.ofNullable(runs.current()).flatMap(LabRun::memorized);
      earlier.pin(memorized.map(StepInterval::by).orElse(0));
    }
  }

  /** What pictures of a run need to know. */
  static Subject subject(LabRun run) {
    return new Subject(
        run.id(),
        run.name(),
        run.config(),
        run.weights().isPresent(),
        run.profiles().shares(),
        run.profiles().norms());
  }

  @Override
  public void onBegin(LabRun run) {
    run.weights()
        .ifPresentOrElse(
            weights -> {
              timeline.begin(weights.as(run.id()), weights.source());
              comparing.set(false); // there are no two steps
            },
            () -> timeline.begin(run.id(), run.config(), run.folder()));
    if (!runs.trains(run)) {
      timeline.letGo();
    }
    timeCursor.begin();
    earlier.begin();
    Subject subject = subject(run);
    pictures.begin(subject);
    others.begin(subject);
    if (run.folder().isEmpty()) {
      comparing.set(false); // of such a run there is only now
    }
  }

  @Override
  public void onGrowth(LabRun run) {
    profiled();
  }

  private void profiled() {
    pictures.profiled();
    others.profiled();
  }

  @Override
  public void onEvent(LabRun run, RunEvent event) {
    if (event instanceof RunEvent.CheckpointKept kept) {
      timeline.onCheckpoint(kept);
    }
  }

  /** Goes on with what plays, and has the pictures of this moment drawn. */
  public void frame(RunStatus status, long nanos) {
    LabRun shown = runs.current();
    if (shown != null && !runs.trains(shown)) {
      timeline.letGo();
    }
    timeline.frame(status.step(), status.state().active(), nanos);
    bar.frame(nanos);
    pictures.frame(status, timeCursor.source());
    if (comparing.get()) {
      earlierBar.frame(nanos);
      others.frame(status, earlier.source());
    }
  }

  /** Changes the colours after the theme has changed. */
  public void restyle(Palette palette) {
    pictures.restyle(palette);
    others.restyle(palette);
  }
}
