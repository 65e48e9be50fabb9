package grokscope.run.export;

import grokscope.config.ProgramVersion;
import grokscope.measure.MetricIds;
import grokscope.telemetry.Envelope;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curves of a run as charts on paper, one below the other. Stateless, any thread. */
final class CurveFigure {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 260;
  private static final float LINE = 1.6f;
  private static final float THIN = 0.75f;
  private static final float FAINT = 0.2f;

  /**
   * Okabe and Ito's colours: told apart by every kind of colour vision. The first are train, test.
   */
  static final Color[] COLORS = {
    new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0xcc79a7),
    new Color(0x56b4e9), new Color(0xe69f00), new Color(0x000000), new Color(0x999999)
  };

  private CurveFigure() {}

  /** A chart's title, how its values are drawn, and what is in it. */
  private record Panel(String title, Values values, Predicate<String> metric) {
    boolean logarithmic() {
      return values == Values.LOGARITHMS;
    }

    boolean unit() {
      return values == Values.UNIT;
    }
  }

  private enum Values {
    ANY,
    PLAIN, // from 0 on
    UNIT, // from 0 to 1
    LOGARITHMS
  }

  private static final List<Panel> PANELS =
      List.of(
          new Panel("Accuracy", Values.UNIT, id -> id.endsWith("accuracy")),
          new Panel("Loss", Values.LOGARITHMS, id -> id.contains("loss")),
          new Panel("Weight norm Σw²", Values.PLAIN, id -> id.equals(MetricIds.WEIGHT_NORM)));

  /** One drawing with all charts. */
  static void svg(ExportedRun run, Path file) throws IOException {
    Files.writeString(file, stacked(svgs(run), run.program()));
  }

  /**
   * The drawings of the charts, each a whole SVG document without its XML declaration, for one
   * document.
   */
  static List<String> svgs(ExportedRun run) throws IOException {
    List<String> drawings = new ArrayList<>();
    CompactSvg compact = new CompactSvg();
    for (XYChart chart : charts(run)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
      String text = bytes.toString(StandardCharsets.UTF_8);
      drawings.add(compact.of(text.substring(text.indexOf("<svg"))));
    }
    return drawings;
  }

  private static String stacked(List<String> drawings, ProgramVersion program) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" ")
        .append("xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"" + WIDTH + "\" height=\"")
        .append(HEIGHT * drawings.size())
        .append("\">\n<metadata>" + program.words() + "</metadata>\n");
    for (int i = 0; i < drawings.size(); i++) {
      text.append("<g transform=\"translate(0,").append(HEIGHT * i).append(")\">\n");
      text.append(drawings.get(i)).append("\n</g>\n");
    }
    return text.append("</svg>\n").toString();
  }

  /**
   * The same as a picture.
   *
   * @param scale pixels for a unit of the drawing
   */
  static void png(ExportedRun run, Path file, double scale) throws IOException {
    List<XYChart> charts = charts(run);
    int height = HEIGHT * charts.size();
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(WIDTH * scale),
            (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(scale, scale);
    for (XYChart chart : charts) {
      chart.paint(graphics, WIDTH, HEIGHT);
      graphics.translate(0, HEIGHT);
    }
    graphics.dispose();
    PngFile.write(image, Map.of("Software", run.program().words()), file);
  }

  private static List<XYChart> charts(ExportedRun run) {
    List<XYChart> charts = new ArrayList<>();
    List<String> drawn = new ArrayList<>();
    for (Panel panel : PANELS) {
      add(charts, run, panel);
      run.history().metrics().stream().map(Metric::id).filter(panel.metric()).forEach(drawn::add);
    }
    for (Metric metric : run.history().metrics()) {
      if (!drawn.contains(metric.id())) {
        add(
            charts,
            run,
            new Panel(metric.title(), range(run.history(), metric), metric.id()::equals));
      }
    }
    return charts;
  }

  /** Only what is never negative starts at 0. */
  private static Values range(History history, Metric metric) {
    int column = history.column(metric.id());
    for (int i = 0; i < history.size(); i++) {
      if (history.value(column, i) < 0) {
        return Values.ANY;
      }
    }
    return Values.PLAIN;
  }

  /** Adds a chart, if the run has measured anything for it. */
  private static void add(List<XYChart> charts, ExportedRun run, Panel panel) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(charts.isEmpty() ? run.title() + " · " + panel.title() : panel.title())
            .xAxisTitle("step")
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.getStyler().setLegendBorderColor(Color.WHITE);
    if (panel.unit() || panel.values() == Values.PLAIN) {
      chart.getStyler().setYAxisMin(0.0);
    }
    if (panel.unit()) {
      chart.getStyler().setYAxisMax(1.0);
    }
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisLogarithmic(panel.logarithmic());
    chart.getStyler().setSeriesColors(COLORS);
    chart.getStyler().setPlotGridLinesColor(new Color(0xdddddd));
    // Not dashed: dashes are drawn as long outlines. A logarithmic axis has many lines.
    chart.getStyler().setPlotGridLinesStroke(new BasicStroke(panel.logarithmic() ? FAINT : THIN));
    chart.getStyler().setXAxisMaxLabelCount(9);
    History history = run.history();
    for (int column = 0; column < history.metrics().size(); column++) {
      Metric metric = history.metrics().get(column);
      if (panel.metric().test(metric.id())) {
        addSeries(chart, metric.title(), history, column, panel.logarithmic());
      }
    }
    if (!chart.getSeriesMap().isEmpty()) {
      charts.add(chart);
    }
  }

  /** Draws no more points than the drawing's width can show, with every spike in full. */
  private static void addSeries(
      XYChart chart, String title, History history, int column, boolean logarithmic) {
    double last = history.size() == 0 ? 1 : Math.max(1, history.step(history.size() - 1));
    double[] xs = new double[history.size()];
    double[] ys = new double[history.size()];
    int size = 0;
    for (int i = 0; i < history.size(); i++) {
      double value = history.value(column, i);
      if (Double.isFinite(value) && (!logarithmic || value > 0)) {
        xs[size] = history.step(i) / last * WIDTH;
        ys[size++] = value;
      }
    }
    if (size > 0) {
      Envelope envelope = new Envelope();
      envelope.thin(xs, ys, 0, size);
      double[] steps = Arrays.copyOf(envelope.x(), envelope.size());
      Arrays.setAll(steps, i -> steps[i] / WIDTH * last);
      double[] values = Arrays.copyOf(envelope.y(), envelope.size());
      XYSeries series = chart.addSeries(title, steps, values);
      series.setMarker(SeriesMarkers.NONE);
      series.setLineWidth(LINE);
    }
  }
}
