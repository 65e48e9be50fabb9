package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.ProgramVersion;
import grokscope.figure.Hue;
import grokscope.figure.RunColors;
import grokscope.figure.RunIdentity;
import grokscope.figure.ink.Typeface;
import grokscope.figure.print.FigureData;
import grokscope.figure.print.FigureFiles;
import grokscope.figure.print.FigureFormat;
import grokscope.figure.print.FigureLook;
import grokscope.figure.print.FigurePage;
import grokscope.figure.print.FigureRun;
import grokscope.figure.print.FigureSpec;
import grokscope.telemetry.History;
import grokscope.telemetry.StepInterval;
import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.Margins;
import grokscope.ui.chart.plot.Plot;
import grokscope.ui.chart.plot.StepWindow;
import grokscope.ui.color.Palette;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is on the screen, as a figure. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class ShownCurvesTest {
  private static final RunIdentity RUN = new RunIdentity(3, "Ungrokking", 5);

  private final History history = Runs.understood();
  private CurvesView view;

  @Start
  void start(Stage stage) {
    view = CurvesStage.show(stage);
  }

  @BeforeEach
  void begin() {
    CurvesStage.run(
        () -> {
          view.begin(history);
          view.setRun(RUN);
          view.setGhosts(List.of(Runs.ghost(2, "data 40 %", history)));
          view.setBands(List.of(new Band(0, 100, "memorising", Hue.TRAIN, true)));
          view.setMarks(List.of(new Mark(Hue.TEST, new StepInterval(200, 210), "grokked")));
        });
  }

  private ShownCurves shown() {
    return CurvesStage.onFx(view::shownCurves);
  }

  private static FigureData data(ShownCurves shown) {
    return new FigureData(
        "",
        "",
        List.of(),
        shown.runs(),
        OptionalDouble.of(shown.end()),
        shown.phases(),
        shown.marks(),
        List.of(),
        new ProgramVersion("1", "a"));
  }

  private byte[] drawn(FigureLook look, FigureFormat format) throws Exception {
    Typeface face = Typeface.load();
    FigurePage column = FigurePage.COLUMN;
    FigurePage page = new FigurePage(174, column.heights(), 8, look, format, 100);
    ShownCurves shown = shown();
    return FigureFiles.bytes(
        FigureFiles.sheet(shown.spec().on(page), data(shown), face), format, 100, face);
  }

  private static String web(Color color) {
    return "#" + color.toString().substring(2, 8);
  }

  /** The same run in the legend, in a chart, in an SVG and in a PDF. */
  @Test
  void aRunHasOneNameAndOneColorWhereverItIsSeen() throws Exception {
    Color onScreen = Palette.LIGHT.run(RUN.color());
    String svg = new String(drawn(FigureLook.LIGHT, FigureFormat.SVG), StandardCharsets.UTF_8);
    assertThat(svg).contains(">#3 Ungrokking</text>", ">#2 data 40 %</text>");
    assertThat(svg).contains("stroke=\"" + web(onScreen) + '"');
    CurvesStage.onFx(
        () -> {
          PanelData data = view.panels().get(0).data();
          assertThat(data.spec().curves().get(1).metricId()).isEqualTo("test_accuracy");
          return null;
        });
    try (PDDocument pdf = Loader.loadPDF(drawn(FigureLook.PRINT, FigureFormat.PDF))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("#3 Ungrokking", "#2 data 40 %");
    }
    String print = new String(drawn(FigureLook.PRINT, FigureFormat.SVG), StandardCharsets.UTF_8);
    assertThat(print)
        .contains(String.format(Locale.ROOT, "\"#%06x\"", RunColors.PRINT.get(RUN.color())));
  }

  @Test
  void panelsPhasesMarksAndTheOrderOfRunsAreThoseOfTheScreen() {
    ShownCurves shown = shown();
    assertThat(shown.spec().panels().get(0)).isEqualTo("accuracy");
    assertThat(shown.spec().steps()).isEmpty();
    assertThat(shown.spec().values()).isEmpty();
    assertThat(shown.runs()).extracting(FigureRun::fitted).containsExactly(true, false);
    assertThat(shown.runs().get(1).standing()).isEqualTo(FigureRun.Standing.PALE);
    assertThat(shown.phases())
        .containsExactly(new FigureData.Phase(0, 100, "memorising", Hue.TRAIN, true));
    assertThat(shown.marks()).extracting(FigureData.Mark::label).containsExactly("grokked");
    CurvesStage.run(() -> view.layoutProperty().set(ChartLayout.USUAL.withLarge("loss-panel")));
    assertThat(shown().spec().panels().get(0)).isEqualTo("loss");
    CurvesStage.run(
        () -> view.layoutProperty().set(ChartLayout.USUAL.withShown("loss-panel", false)));
    assertThat(shown().spec().panels()).doesNotContain("loss");
    assertThat(shown().panels()).extracting(panel -> panel.id()).contains("loss-panel");
  }

  @Test
  void zoomScaleLogStepsAndHiddenCurvesAreThoseOfTheScreen() {
    CurvesStage.run(
        () -> {
          view.logStepsProperty().set(true);
          Panel accuracy = view.panels().get(0);
          accuracy.turnCurve(0);
          accuracy.selectValues(0.25, 0.75);
          view.layoutProperty().set(ChartLayout.USUAL.withScale("loss-panel", "Linear"));
        });
    FigureSpec spec = shown().spec();
    assertThat(spec.logSteps()).isTrue();
    assertThat(spec.hidden()).containsExactly("train_accuracy");
    assertThat(spec.values()).containsOnlyKeys("accuracy");
    assertThat(spec.scales()).containsEntry("loss", "Linear");
  }

  @Test
  void medianRunsAreMediansAndAHiddenRunIsNotDrawn() {
    Ghost middle =
        new Ghost(
            new RunIdentity(2, "Seeds", 1),
            "median of 3 seeds",
            history,
            true,
            Optional.of(new Spread(history, history)));
    CurvesStage.run(
        () -> {
          view.setGhosts(List.of(middle));
          view.liveShownProperty().set(false);
        });
    ShownCurves shown = shown();
    assertThat(shown.spec().merged()).isTrue();
    assertThat(shown.runs())
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.label()).isEqualTo("median of 3 seeds");
              assertThat(run.range()).isPresent();
            });
  }

  @Test
  void everyPhaseOfSomeWidthIsNamed() {
    BandLayer drawn = new BandLayer(true);
    drawn.setWidth(500);
    drawn.setHeight(300);
    drawn.setBands(
        List.of(
            new Band(0, 10, "memorising", Hue.TRAIN, true),
            new Band(10, 14, "circuit formation", Hue.TRAIN, true),
            new Band(14, 15, "cleanup", Hue.TRAIN, true)));
    StepWindow window = new StepWindow();
    CurvesStage.run(
        () -> {
          window.setEnd(100);
          Plot plot = new Plot(0, 0, 500, 300, Margins.large(1));
          drawn.redraw(new Frame(List.of(plot)), window, Palette.LIGHT);
        });
    assertThat(drawn.names()).containsExactly("memorising", "circuit formation");
  }

  @Test
  void aHiddenLiveRunTakesItsPhasesAndMarksWithItAndLeavesTheAxis() {
    CurvesStage.run(() -> view.setGhosts(List.of()));
    CurvesStage.settle();
    double end = shown().end();
    assertThat(shown().phases()).isNotEmpty();
    CurvesStage.run(() -> view.liveShownProperty().set(false));
    CurvesStage.settle();
    ShownCurves hidden = shown();
    assertThat(hidden.end()).isEqualTo(end);
    assertThat(hidden.phases()).isEmpty();
    assertThat(hidden.marks()).isEmpty();
  }
}
