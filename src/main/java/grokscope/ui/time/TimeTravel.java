package grokscope.ui.time;

import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.StepInterval;
import grokscope.train.loop.ReplyBox;
import grokscope.ui.chart.CurvesView;
import grokscope.ui.color.Palette;
import grokscope.ui.figure.FigureSaving;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabEvents;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.WindowRuns;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The pictures of the window and the steps of the runs that they show: one beside the curves, or
 * two beside each other to compare two steps of a run, or two runs. FX thread only.
 */
public final class TimeTravel implements LabEvents {
  private final WindowRuns runs;
  private final CurvesView curves;
  private final Side right;
  private final Side left;
  private final Lockstep lockstep;
  private final BooleanProperty comparing = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<Optional<LabRun>> other =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final TimeBar bar;
  private final TimeBar leftBar;

  public TimeTravel(
      WindowRuns runs,
      CurvesView curves,
      BackgroundReader backgroundReader,
      ReplyBox replies,
      FigureSaving saving) {
    this.runs = runs;
    this.curves = curves;
    right = new Side(runs, backgroundReader, replies, saving);
    left = new Side(runs, backgroundReader, replies, saving);
    lockstep =
        new Lockstep(
            new Lockstep.Hand(right.timeline(), right.cursor()),
            new Lockstep.Hand(left.timeline(), left.cursor()));
    IntegerBinding end =
        Bindings.createIntegerBinding(
            () ->
                Math.max(
                    right.timeline().endProperty().get(),
                    comparing.get() ? left.timeline().endProperty().get() : 0),
            right.timeline().endProperty(),
            left.timeline().endProperty(),
            comparing);
    BooleanProperty log = curves.logStepsProperty();
    bar = new TimeBar("", right.timeline(), right.cursor(), log, end, right::marks);
    leftBar = new TimeBar("Left", left.timeline(), left.cursor(), log, end, left::marks);
    right.cursor().pinnedProperty().addListener((property, before, now) -> mark());
    curves.whenClicked(this::clicked);
    curves.cursorStepProperty().addListener((property, before, step) -> peek(step.intValue()));
    left.timeline().entriesProperty().addListener((property, before, now) -> pinEarlier());
    comparing.addListener((property, before, now) -> compare(now));
    runs.listen(this);
  }

  /** Writes everything in the pictures this many times as large as usual. */
  public void setTextScale(double factor) {
    pictures().setTextScale(factor);
    others().setTextScale(factor);
  }

  /** The pictures beside the curves; of two, the right ones. */
  public PictureDeck pictures() {
    return right.deck();
  }

  /** The pictures that stand where the curves were, while two are compared. */
  public PictureDeck others() {
    return left.deck();
  }

  /** What the right pictures show: run, step and source. */
  public ReadOnlyStringProperty rightWords() {
    return right.wordsProperty();
  }

  /** What the left pictures show. */
  public ReadOnlyStringProperty leftWords() {
    return left.wordsProperty();
  }

  /** Whether two pictures stand beside each other. */
  public BooleanProperty comparingProperty() {
    return comparing;
  }

  /** The run that the shown one is compared with; empty for two steps of one run. */
  ReadOnlyObjectProperty<Optional<LabRun>> otherProperty() {
    return other.getReadOnlyProperty();
  }

  /** Whether both are kept at the same step. */
  BooleanProperty lockstepProperty() {
    return lockstep.onProperty();
  }

  /** Shows a run on the left, at the same step as the shown one. */
  public void compareWith(LabRun run) {
    if (runs.current() == null) {
      return;
    }
    lockstep.onProperty().set(false);
    other.set(Optional.of(run));
    if (comparing.get()) {
      beginLeft();
    } else {
      comparing.set(true);
    }
    lockstep.onProperty().set(true);
  }

  /** Compares two steps of the shown run from now on. */
  void compareSteps() {
    lockstep.onProperty().set(false);
    other.set(Optional.empty());
    if (comparing.get()) {
      beginLeft();
    } else {
      comparing.set(true);
    }
  }

  /** The way through the steps. */
  TimeBar bar() {
    return bar;
  }

  /** The same for the left pictures. */
  TimeBar leftBar() {
    return leftBar;
  }

  /** The step of the checkpoint that is looked at, or of the last one; empty without any. */
  Optional<Integer> step() {
    return entryProperty().get().or(timeline()::last).map(CheckpointEntry::step);
  }

  /** Whether the run is played again. */
  public boolean playing() {
    return bar.playing() || leftBar.playing();
  }

  /** Stops playing. */
  public void pause() {
    bar.pause();
    leftBar.pause();
  }

  /** Moves on by this many checkpoints; back by a negative number. */
  public void move(int by) {
    pause();
    right.cursor().move(by);
  }

  /** The checkpoint that the pictures show; empty for the current network. */
  ReadOnlyObjectProperty<Optional<CheckpointEntry>> entryProperty() {
    return right.cursor().entryProperty();
  }

  /** The steps from which a network is kept. */
  Timeline timeline() {
    return right.timeline();
  }

  private void clicked(int step) {
    if (step < 0) {
      right.cursor().live();
    } else {
      right.cursor().pin(step);
    }
  }

  /** While a run is in progress, the pictures stay with it until the user clicks. */
  private void peek(int step) {
    boolean follows = !bar.playing() && !runs.status().state().active();
    right.cursor().peek(follows ? step : -1);
  }

  private void mark() {
    Optional<Integer> step = right.cursor().pinnedProperty().get().map(CheckpointEntry::step);
    curves.setPinned(step.orElse(-1));
    runs.lookAt(step.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private void compare(boolean two) {
    if (two) {
      if (!pictures().showsNetwork()) {
        pictures().chosenProperty().set(PictureDeck.tabs().get(1).id());
      }
      others().chosenProperty().set(pictures().chosenProperty().get());
      beginLeft();
    } else {
      lockstep.onProperty().set(false);
      other.set(Optional.empty());
      entitle();
    }
  }

  private void beginLeft() {
    other.get().or(right::run).ifPresent(left::begin);
    if (other.get().isPresent()) {
      left.readProfiles(); // of the shown run it is done already
    }
    pinEarlier();
    entitle();
  }

  private void entitle() {
    boolean two = comparing.get();
    boolean runsDiffer = other.get().isPresent();
    leftBar.entitle(two ? runsDiffer ? name(left) : "Left" : "");
    bar.entitle(two ? runsDiffer ? name(right) : "Right" : "");
  }

  private static String name(Side side) {
    return side.run().map(LabRun::name).orElse("");
  }

  /** Before anything was chosen, the left picture shows the network that had just memorised. */
  private void pinEarlier() {
    if (comparing.get() && other.get().isEmpty() && !left.cursor().pinned()) {
      Optional<StepInterval> memorized = right.run().flatMap(LabRun::memorized);
      left.cursor().pin(memorized.map(StepInterval::by).orElse(0));
    }
  }

  @Override
  public void onBegin(LabRun run) {
    boolean locked = lockstep.onProperty().get();
    lockstep.onProperty().set(false);
    right.begin(run);
    right.readProfiles();
    if (run.weights().isPresent() || run.folder().isEmpty()) {
      comparing.set(false); // of such a run there is only now
    } else if (comparing.get() && other.get().isEmpty()) {
      beginLeft();
    }
    entitle();
    lockstep.onProperty().set(locked && comparing.get());
  }

  @Override
  public void onGrowth(LabRun run) {
    pictures().profiled();
    others().profiled();
  }

  @Override
  public void onEvent(LabRun run, RunEvent event) {
    right.onEvent(event);
    left.onEvent(event);
  }

  @Override
  public void onEventElsewhere(LabRun run, RunEvent event) {
    left.onEvent(event);
  }

  /** Goes on with what plays, and has the pictures of this moment drawn. */
  public void frame(long nanos) {
    right.frame(nanos);
    bar.frame(nanos);
    if (comparing.get()) {
      left.frame(nanos);
      leftBar.frame(nanos);
    }
  }

  /** Changes the colours after the theme has changed. */
  public void restyle(Palette palette) {
    right.restyle(palette);
    left.restyle(palette);
  }
}
