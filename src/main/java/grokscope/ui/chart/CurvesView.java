package grokscope.ui.chart;

import grokscope.figure.Limits;
import grokscope.figure.PanelSpec;
import grokscope.telemetry.History;
import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.StepWindow;
import grokscope.ui.color.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;

/**
 * The stacked curve panels with one step axis and one cursor for all of them. FX thread only.
 *
 * <p>The charts and their data sets are made once, in the constructor; runs come and go in them. A
 * chart that the live run has nothing for is hidden.
 */
public final class CurvesView extends Region {
  private static final double FONT_SIZE = 12;

  private final BooleanProperty logSteps = new SimpleBooleanProperty(this, "logSteps");
  private final BooleanProperty normAsRoot = new SimpleBooleanProperty(this, "normAsRoot");
  private final ObjectProperty<ChartLayout> layout =
      new SimpleObjectProperty<>(this, "layout", ChartLayout.USUAL);
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", true);

  private final List<Panel> panels = new ArrayList<>();
  private List<Panel> shown = List.of();
  private final StepWindow window = new StepWindow();
  private final BandLayer bands = new BandLayer();
  private final MarkLayer marks = new MarkLayer();
  private final StepReadout readout;

  private History history = new History(List.of());
  private List<Ghost> ghosts = List.of();
  private int drawn;
  private int expectedSteps;
  private double textScale = 1;
  private Palette palette = Palette.LIGHT;
  private Frame frame;

  /** Makes all charts; they live as long as the view. */
  public CurvesView(List<PanelSpec> specs) {
    getStyleClass().add("curves-view");
    setId("curves");
    setAccessibleText("Curves of the run over its steps");
    getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("/assets/css/chart.css")).toString());
    for (int i = 0; i < specs.size(); i++) {
      panels.add(new Panel(specs.get(i), i == specs.size() - 1));
    }
    frame = Frame.of(0, 0, panels.size());
    readout = new StepReadout(panels, window, frame, this::windowChanged);
    panels.forEach(panel -> getChildren().addAll(panel.chart(), panel.header()));
    getChildren().addAll(bands, marks);
    getChildren().addAll(readout.layers());
    bands.setManaged(false);
    marks.setManaged(false);
    new StepMouse(this, readout);
    logSteps.addListener((property, before, now) -> setLogSteps(now));
    layout.addListener((property, before, now) -> showWanted());
    normAsRoot.addListener((property, before, now) -> setNormAsRoot(now));
    showWanted();
    restyle(palette);
    fitSteps();
  }

  /** Clears the live curves and marks; from now on the live run is this one. */
  public void begin(History history) {
    this.history = history;
    drawn = 0;
    readout.begin(history);
    panels.forEach(panel -> panel.begin(history));
    showWanted();
    marks.setMarks(List.of());
    bands.setBands(List.of());
    window.follow();
    refresh();
    fitSteps();
    redrawMarks();
  }

  private void showWanted() {
    ChartLayout now = layout.get();
    List<String> order = now.sorted(panels.stream().map(panel -> panel.spec().id()).toList());
    List<Panel> wanted =
        panels.stream()
            .filter(panel -> panel.isWanted() && now.shows(panel.spec().id()))
            .sorted(Comparator.comparing(panel -> order.indexOf(panel.spec().id())))
            .toList();
    if (!wanted.equals(shown)) {
      shown = wanted;
      panels.forEach(panel -> panel.setVisible(shown.contains(panel)));
      frame = Frame.of(getWidth(), getHeight(), shown.size());
      readout.move(frame);
      requestLayout();
    }
  }

  /** Draws what the live history has gained since the last call; at most some 30 times a second. */
  public void refresh() {
    if (drawn < history.size()) {
      drawn = history.size();
      panels.forEach(Panel::appendNew);
      fitSteps();
    }
  }

  /**
   * Shows other runs behind the live one, the first on top. Of those without a colour of their own
   * only the first four are shown; two of one colour must not be among them.
   */
  public void setGhosts(List<Ghost> ghosts) {
    long pale = Palette.GHOSTS;
    this.ghosts =
        Stream.concat(
                ghosts.stream().filter(ghost -> ghost.color() < 0).limit(pale),
                ghosts.stream().filter(ghost -> ghost.color() >= 0))
            .toList();
    readout.setGhosts(this.ghosts);
    panels.forEach(panel -> panel.setGhosts(this.ghosts));
    fitSteps();
  }

  /** Draws the live run, or leaves it out. */
  public void setLiveShown(boolean shown) {
    panels.forEach(panel -> panel.setLiveShown(shown));
  }

  /** Shows the live run as it was read again, until the next begins. */
  public void setReadAgain(ReplayedCurves again) {
    panels.forEach(panel -> panel.setReadAgain(Optional.of(again)));
    readout.read();
  }

  /** Marks what has happened to the live run, if it is something else than before. */
  public void setMarks(List<Mark> shown) {
    if (!shown.equals(marks.marks())) {
      marks.setMarks(shown);
      redrawMarks();
    }
  }

  /** Tints stretches of the live run's steps, if they are others than before. */
  public void setBands(List<Band> shown) {
    if (!shown.equals(bands.bands())) {
      bands.setBands(shown);
      bands.redraw(frame, window, palette);
    }
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
    restyle(palette);
    requestLayout();
  }

  /** Whether the step axis is logarithmic. */
  public BooleanProperty logStepsProperty() {
    return logSteps;
  }

  /** Whether the weight norm is shown as the root of its sum of squares. */
  public BooleanProperty normAsRootProperty() {
    return normAsRoot;
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
    window.follow();
    windowChanged();
  }

  /** Changes the colours; call it when the theme changes. */
  public void restyle(Palette palette) {
    this.palette = palette;
    setStyle(
        palette.declarations()
            + String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", FONT_SIZE * textScale));
    redrawMarks();
  }

  /** The panels that are shown, from top to bottom. */
  List<Panel> panels() {
    return shown;
  }

  /** The marks above the charts. */
  MarkLayer marks() {
    return marks;
  }

  /** The cursor above the charts. */
  CursorLayer cursor() {
    return readout.cursor();
  }

  @Override
  protected void layoutChildren() {
    frame = Frame.of(getWidth(), getHeight(), shown.size());
    for (int i = 0; i < shown.size(); i++) {
      Panel panel = shown.get(i);
      double top = frame.plots().get(i).getMinY() - Frame.TOP;
      double below = i == shown.size() - 1 ? Frame.BOTTOM : Frame.BETWEEN;
      panel
          .chart()
          .resizeRelocate(
              0,
              top,
              frame.right() + Frame.RIGHT,
              Frame.TOP + frame.plots().get(i).getHeight() + below);
      double headerWidth = Math.max(0, getWidth() - frame.left());
      panel.header().resizeRelocate(frame.left(), frame.headerTop(i), headerWidth, Frame.HEADER);
    }
    bands.setWidth(getWidth());
    bands.setHeight(getHeight());
    marks.setWidth(getWidth());
    marks.setHeight(getHeight());
    readout.layOut(frame, getWidth(), getHeight());
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
    return 320;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 260;
  }

  private void setLogSteps(boolean log) {
    window.setLog(log);
    windowChanged();
  }

  private void setNormAsRoot(boolean root) {
    panels.forEach(panel -> panel.setRoot(root));
    readout.read();
  }

  private void fitSteps() {
    double last = history.size() == 0 ? -1 : history.step(history.size() - 1);
    double behind = 0;
    for (Ghost ghost : ghosts) {
      History past = ghost.history();
      boolean counts = ghost.fitted() && past.size() > 0;
      behind = !counts ? behind : Math.max(behind, past.step(past.size() - 1));
    }
    window.setEnd(Limits.lastStep(last, expectedSteps, behind));
    windowChanged();
  }

  private void windowChanged() {
    boolean moved = false;
    for (Panel panel : panels) {
      moved |= panel.show(window);
    }
    live.set(window.isLive());
    if (moved) {
      redrawMarks();
    }
    readout.read();
  }

  private void redrawMarks() {
    bands.redraw(frame, window, palette);
    marks.redraw(frame, window, palette);
    readout.redrawPin();
  }
}
