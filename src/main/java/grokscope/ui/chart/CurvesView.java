package grokscope.ui.chart;

import grokscope.figure.Limits;
import grokscope.figure.PanelSpec;
import grokscope.figure.RunIdentity;
import grokscope.figure.print.FigureRun;
import grokscope.telemetry.History;
import grokscope.ui.chart.plot.StepWindow;
import grokscope.ui.color.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The curve charts, one of them large, with one range of steps and one cursor for all of them. FX
 * thread only.
 *
 * <p>The charts and their data sets are made once, in the constructor; runs come and go in them. A
 * chart that the live run has nothing for is hidden.
 */
public final class CurvesView extends Region implements StepReadout.Source {
  private static final double FONT_SIZE = 12;
  private static final RunIdentity NOBODY = new RunIdentity(0, "", 0);

  private final BooleanProperty logSteps = new SimpleBooleanProperty(this, "logSteps");
  private final BooleanProperty liveShown = new SimpleBooleanProperty(this, "liveShown", true);
  private final ObjectProperty<ChartLayout> layout =
      new SimpleObjectProperty<>(this, "layout", ChartLayout.USUAL);
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", true);

  private final List<Panel> panels = new ArrayList<>();
  private final StepWindow window = new StepWindow();
  private final Board front;
  private final Board rest;
  private final RunLegend legend;
  private final ChartStage stage;
  private final StepReadout readout;

  private History history = new History(List.of());
  private Optional<ReplayedCurves> again = Optional.empty();
  private List<Ghost> ghosts = List.of();
  private Shown runs = Shown.ALL;
  private RunIdentity run = NOBODY;
  private int drawn;
  private int expectedSteps;
  private double textScale = 1;
  private Palette palette = Palette.LIGHT;

  /** Makes all charts; they live as long as the view. */
  public CurvesView(List<PanelSpec> specs) {
    getStyleClass().add("curves-view");
    setId("curves");
    setAccessibleText("Curves of the run over its steps");
    getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("/assets/css/chart.css")).toString());
    front = new Board(specs.size(), true);
    rest = new Board(specs.size(), false);
    legend = new RunLegend(() -> liveShown.set(!liveShown.get()), this::turn);
    stage = new ChartStage(legend, front, rest, share -> layout.set(layout.get().withShare(share)));
    ChartChanges changes = new ChartChanges(layout, this::shown, this::panel);
    specs.forEach(spec -> panels.add(new Panel(spec, window, changes)));
    readout = new StepReadout(this, window);
    getChildren().addAll(stage, changes.indicator());
    new StepMouse(front, readout);
    new StepMouse(rest, readout);
    logSteps.addListener((property, before, now) -> setLogSteps(now));
    liveShown.addListener((property, before, now) -> show(runs.withLive(now)));
    layout.addListener((property, before, now) -> arrange());
    arrange();
    restyle(palette);
    fitSteps();
  }

  /** Clears the live curves and marks; from now on the live run is this one. */
  public void begin(History history) {
    this.history = history;
    drawn = 0;
    again = Optional.empty();
    liveShown.set(true);
    readout.begin(history);
    panels.forEach(panel -> panel.begin(history));
    legend.setAgain(Optional.empty());
    arrange();
    for (Board board : boards()) {
      board.marks().setMarks(List.of());
      board.bands().setBands(List.of());
    }
    window.follow();
    refresh();
    fitSteps();
    redrawMarks();
  }

  /** Draws the live run in its colour, and calls it by its name. */
  public void setRun(RunIdentity identity) {
    run = identity;
    legend.setLive(identity.label());
    dress();
  }

  /** Puts the charts where the layout wants them. */
  private void arrange() {
    ChartLayout now = layout.get();
    panels.forEach(
        panel -> Optional.ofNullable(now.scales().get(panel.id())).ifPresent(panel::setScale));
    List<Panel> shown = new ArrayList<>(shown());
    Panel large =
        shown.stream()
            .filter(panel -> panel.id().equals(now.large()))
            .findFirst()
            .orElse(shown.get(0));
    shown.remove(large);
    front.setPanels(List.of(large));
    rest.setPanels(shown);
    dress();
    stage.arrange(now, textScale);
    requestLayout();
    readout.read();
  }

  /** The charts that are shown, in their order; at least one of those that the run has. */
  private List<Panel> shown() {
    List<Panel> there = there();
    List<Panel> wanted = there.stream().filter(panel -> layout.get().shows(panel.id())).toList();
    return wanted.isEmpty() ? there.subList(0, 1) : wanted;
  }

  /** The charts that the run has something for, in their order. */
  private List<Panel> there() {
    List<String> order = layout.get().sorted(panels.stream().map(Panel::id).toList());
    return panels.stream()
        .filter(Panel::isWanted)
        .sorted(Comparator.comparing(panel -> order.indexOf(panel.id())))
        .toList();
  }

  private Optional<Panel> panel(String id) {
    return panels.stream().filter(panel -> panel.id().equals(id)).findFirst();
  }

  /** Draws what the live history has gained since the last call; at most some 30 times a second. */
  public void refresh() {
    if (drawn < history.size()) {
      drawn = history.size();
      panels.forEach(Panel::appendNew);
      fitSteps();
    }
  }

  /** Draws other runs behind the live one, the first on top. */
  public void setGhosts(List<Ghost> ghosts) {
    this.ghosts = List.copyOf(ghosts);
    readout.setGhosts(this.ghosts);
    panels.forEach(panel -> panel.setGhosts(this.ghosts));
    legend.setGhosts(this.ghosts);
    dress();
    fitSteps();
  }

  private void turn(Ghost ghost) {
    show(runs.turned(ghost));
  }

  private void show(Shown now) {
    runs = now;
    panels.forEach(panel -> panel.show(now));
    legend.show(now);
    for (Board board : boards()) { // what they say is said of the live run
      board.bands().setVisible(now.live());
      board.marks().setVisible(now.live());
    }
    fitSteps();
  }

  /** Shows the live run as it was read again, until the next begins. */
  public void setReadAgain(ReplayedCurves again) {
    this.again = Optional.of(again);
    panels.forEach(panel -> panel.setReadAgain(Optional.of(again)));
    legend.setAgain(
        Optional.of(again).filter(read -> panels.stream().anyMatch(Panel::isReadAgain)));
    dress();
    readout.read();
  }

  /** Whether it is known which examples the live run was trained on. */
  public void setSplitKnown(boolean known) {
    panels.forEach(panel -> panel.setSplitKnown(known));
  }

  /** Marks what has happened to the live run, if it is something else than before. */
  public void setMarks(List<Mark> shown) {
    if (!shown.equals(front.marks().marks())) {
      boards().forEach(board -> board.marks().setMarks(shown));
      redrawMarks();
    }
  }

  /** Tints stretches of the live run's steps, if they are others than before. */
  public void setBands(List<Band> shown) {
    if (!shown.equals(front.bands().bands())) {
      boards().forEach(board -> board.bands().setBands(shown));
      redrawMarks();
    }
  }

  /** Says what hatched stretches mean; nothing where there are none. */
  public void setHatched(String words) {
    legend.setHatched(words);
  }

  /** How many steps the live run is going to have; 0 if that is unknown. */
  public void setExpectedSteps(int steps) {
    expectedSteps = steps;
    fitSteps();
  }

  /** Which charts are shown, in which order, and how they share their room; to be remembered. */
  public ObjectProperty<ChartLayout> layoutProperty() {
    return layout;
  }

  /**
   * Makes all words in and around the charts larger or smaller.
   *
   * @param scale 1 for the usual size, from 0.8 to 2
   */
  public void setTextScale(double scale) {
    textScale = scale;
    boards().forEach(board -> board.setTextScale(scale));
    restyle(palette);
    arrange();
  }

  /** By how much words are larger than usual. */
  public double getTextScale() {
    return textScale;
  }

  /** Whether the step axis is logarithmic. */
  public BooleanProperty logStepsProperty() {
    return logSteps;
  }

  /** Whether the live run is drawn. */
  public BooleanProperty liveShownProperty() {
    return liveShown;
  }

  /** Whether the whole run is in view and the view grows with it. */
  public ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  /** The step under the cursor, −1 when the cursor is elsewhere. */
  public ReadOnlyIntegerProperty cursorStepProperty() {
    return readout.cursorStepProperty();
  }

  /**
   * Draws a line at a step that is looked at, pales what is after it, and reads the values there;
   * none at a negative one.
   */
  public void setPinned(int step) {
    readout.setPinned(step);
  }

  /** The listener to clicks on a step; gets −1 when a click is taken back. */
  public void whenClicked(IntConsumer listener) {
    readout.whenClicked(listener);
  }

  /** Shows the whole run and follows it again. */
  public void backToLive() {
    showAll();
  }

  @Override
  public void showAll() {
    window.follow();
    panels.forEach(Panel::allValues);
    windowChanged();
  }

  /** Changes the colours; call it when the theme changes. */
  public void restyle(Palette palette) {
    this.palette = palette;
    setStyle(
        palette.declarations()
            + String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", FONT_SIZE * textScale));
    dress();
    redrawMarks();
  }

  private void dress() {
    for (Board board : boards()) {
      Inks inks = new Inks(palette, board.equals(front));
      board.panels().forEach(panel -> panel.dress(inks, run));
    }
    PanelSpec large = front.panels().get(0).spec();
    legend.dress(new Inks(palette, false), large, run);
  }

  /** The charts that are shown, the large one first. */
  List<Panel> panels() {
    List<Panel> all = new ArrayList<>(front.panels());
    all.addAll(rest.panels());
    return all;
  }

  /** The names and ids of the charts that the run has something for, in their order. */
  List<PanelSpec> available() {
    return there().stream().map(Panel::spec).toList();
  }

  /** What is shown at the moment, to be drawn elsewhere at once. */
  public ShownCurves shownCurves() {
    List<Panel> shown = panels();
    List<PanelSpec> all = new ArrayList<>(shown.stream().map(Panel::spec).toList());
    available().stream().filter(spec -> !all.contains(spec)).forEach(all::add);
    List<FigureRun> drawn = new ArrayList<>();
    ShownCurves.live(run, history, again, runs).ifPresent(drawn::add);
    List<Ghost> others = ghosts.stream().filter(runs::shows).toList();
    others.stream()
        .filter(ghost -> ghost.history().size() > 0)
        .map(ShownCurves::of)
        .forEach(drawn::add);
    return new ShownCurves(
        ShownCurves.spec(
            shown, window, others.stream().anyMatch(ghost -> ghost.spread().isPresent())),
        all,
        drawn,
        window.max(),
        runs.live() ? front.bands().bands().stream().map(Band::drawn).toList() : List.of(),
        runs.live() ? front.marks().marks().stream().map(Mark::drawn).toList() : List.of());
  }

  /** Which run is which. */
  RunLegend legend() {
    return legend;
  }

  /** The part that scrolls, the border and the charts. */
  ChartStage stage() {
    return stage;
  }

  @Override
  public List<Board> boards() {
    return List.of(front, rest);
  }

  @Override
  public void read(@Nullable Panel pointed, int sample, double step) {
    panels().forEach(panel -> panel.read(sample));
    legend.read(pointed == null ? front.panels().get(0) : pointed, sample, step);
  }

  @Override
  protected void layoutChildren() {
    stage.resizeRelocate(0, 0, getWidth(), getHeight());
    stage.place();
    redrawMarks();
    readout.read();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 800;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 600;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 260;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 120;
  }

  private void setLogSteps(boolean log) {
    window.setLog(log);
    windowChanged();
  }

  /** The axis goes by the live run; by the others only where they are drawn without it. */
  private void fitSteps() {
    boolean begun = history.size() > 0;
    double behind = 0;
    for (Ghost ghost : ghosts) {
      History past = ghost.history();
      boolean counts = !(runs.live() && begun) && past.size() > 0 && runs.shows(ghost);
      behind = !counts ? behind : Math.max(behind, past.step(past.size() - 1));
    }
    boolean alone = begun && behind == 0;
    double last = alone ? history.step(history.size() - 1) : -1;
    window.setEnd(Limits.lastStep(last, alone || behind == 0 ? expectedSteps : 0, behind));
    windowChanged();
  }

  @Override
  public void windowChanged() {
    boolean moved = false;
    for (Panel panel : panels) {
      moved |= panel.show(window);
    }
    boolean all = window.isLive() && panels.stream().noneMatch(Panel::isZoomed);
    live.set(all);
    if (moved) {
      redrawMarks();
    }
    readout.read();
  }

  private void redrawMarks() {
    boards().forEach(board -> board.redraw(window, palette));
    readout.redrawPin();
  }
}
