package grokscope.ui.chart.plot;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.renderer.spi.GridRenderer;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/**
 * Draws what stands still behind the live curves: the grid, the earlier runs and the live run read
 * again. FX thread only.
 *
 * <p>It has a canvas of its own, which is drawn anew only when a range, a size, a colour or an
 * earlier run changes. Otherwise each frame of a run would draw all the earlier runs again.
 */
public final class BackgroundRenderer extends AbstractRendererXY<BackgroundRenderer> {
  /** All that the picture depends on, save the earlier runs themselves. */
  private record Scene(
      double width,
      double height,
      boolean log,
      double left,
      double right,
      double bottom,
      double top,
      Paint grid,
      Paint fineGrid) {}

  private final Canvas canvas = new Canvas();
  private final CurvePen pen = new CurvePen();
  private final RuledAxis steps;
  private final RuledAxis values;
  private Map<DataSet, SpreadBand> bands = Map.of();
  private @Nullable Scene drawn;
  private int drawings;

  public BackgroundRenderer(RuledAxis steps, RuledAxis values) {
    this.steps = steps;
    this.values = values;
    canvas.setMouseTransparent(true);
    canvas.setManaged(false);
  }

  /** What is drawn on; to be put behind the chart's own canvas. */
  public Canvas canvas() {
    return canvas;
  }

  /** Draws a band below each of these curves. */
  public void setBands(Map<DataSet, SpreadBand> below) {
    if (!below.isEmpty() || !bands.isEmpty()) {
      drawn = null;
    }
    bands = Collections.unmodifiableMap(new LinkedHashMap<>(below));
  }

  /** The bands that are drawn. */
  public Collection<SpreadBand> bands() {
    return bands.entrySet().stream()
        .filter(band -> ((CurveData) band.getKey()).isShown())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** How often the picture has been drawn. */
  public int drawings() {
    return drawings;
  }

  @Override
  protected BackgroundRenderer getThis() {
    return this;
  }

  @Override
  public void render() {
    updateCachedVariables();
    Scene scene = scene();
    boolean same = getDatasets().stream().allMatch(data -> data.getBitState().isClean());
    if (same && scene.equals(drawn)) {
      return;
    }
    drawn = scene;
    drawings++;
    canvas.setWidth(scene.width());
    canvas.setHeight(scene.height());
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, scene.width(), scene.height());
    drawGrid(graphics, scene);
    List<DataSetNode> nodes = getDatasetNodes();
    for (int i = nodes.size() - 1; i >= 0; i--) { // the first on top
      render(graphics, nodes.get(i).getDataSet(), nodes.get(i));
    }
  }

  @Override
  protected void render(GraphicsContext graphics, DataSet data, DataSetNode style) {
    CurveData curve = (CurveData) data;
    SpreadBand band = bands.get(data);
    if (band != null && curve.isShown()) {
      band.draw(graphics, steps, values, curve.look().color());
    }
    pen.draw(graphics, curve, steps, values, xMin, xMax);
  }

  private Scene scene() {
    GridRenderer grid = getChart().getGridRenderer();
    return new Scene(
        getChart().getCanvas().getWidth(),
        getChart().getCanvas().getHeight(),
        steps.isLogAxis(),
        steps.getMin(),
        steps.getMax(),
        values.getMin(),
        values.getMax(),
        grid.getHorizontalMajorGrid().getStroke(),
        grid.getHorizontalMinorGrid().getStroke());
  }

  private void drawGrid(GraphicsContext graphics, Scene scene) {
    graphics.setLineWidth(1);
    graphics.setStroke(scene.fineGrid());
    drawLines(graphics, scene, steps, Orientation.VERTICAL, steps.ticks().minor());
    drawLines(graphics, scene, values, Orientation.HORIZONTAL, values.ticks().minor());
    graphics.setStroke(scene.grid());
    drawLines(graphics, scene, steps, Orientation.VERTICAL, steps.ticks().major());
    drawLines(graphics, scene, values, Orientation.HORIZONTAL, values.ticks().major());
  }

  private static void drawLines(
      GraphicsContext graphics,
      Scene scene,
      RuledAxis axis,
      Orientation orientation,
      double[] ticks) {
    for (double tick : ticks) {
      double at = Math.floor(axis.getDisplayPosition(tick)) + 0.5; // on one row of pixels
      if (orientation == Orientation.VERTICAL) {
        graphics.strokeLine(at, 0, at, scene.height());
      } else {
        graphics.strokeLine(0, at, scene.width(), at);
      }
    }
  }
}
