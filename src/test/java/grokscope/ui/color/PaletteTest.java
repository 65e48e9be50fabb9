package grokscope.ui.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerDark;
import grokscope.figure.Hue;
import grokscope.figure.LineStyle;
import grokscope.figure.Panels;
import grokscope.ui.chart.CurvesStage;
import grokscope.ui.chart.CurvesView;
import grokscope.ui.chart.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whether the colours can be seen, on both themes. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class PaletteTest {
  private CurvesView view;

  @Start
  void start(Stage stage) {
    view = CurvesStage.show(stage);
  }

  @Test
  void curvesAndWordsStandOutOnBothThemes() {
    CurvesStage.run(() -> view.begin(Runs.history(200, 10, 900)));
    CurvesStage.settle();
    assertReadable(Palette.LIGHT);
    CurvesStage.run(
        () -> {
          Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
          view.restyle(Palette.DARK);
        });
    CurvesStage.settle();
    assertReadable(Palette.DARK);
  }

  private void assertReadable(Palette palette) {
    WritableImage image = CurvesStage.onFx(() -> view.getScene().snapshot(null));
    List<Rectangle2D> plots = CurvesStage.plots(view);
    for (Rectangle2D plot : plots) {
      double left = plot.getMinX() - 50;
      assertThat(contrast(image, palette.background(), left, plot.getMinY(), 44, plot.getHeight()))
          .as("value labels")
          .isGreaterThan(4.5);
      assertThat(contrast(image, palette.background(), left, plot.getMaxY() + 4, 300, 16))
          .as("step labels")
          .isGreaterThan(4.5);
    }
    Rectangle2D accuracy = plots.get(0);
    assertThat(contrast(image, palette.background(), 60, accuracy.getMinY() - 50, 300, 26))
        .as("legend")
        .isGreaterThan(4.5);
    Color run = palette.run(0);
    assertThat(holds(image, run, accuracy)).isTrue();
    Color train = palette.background().interpolate(run, LineStyle.DASHED.strength());
    assertThat(holds(image, train, accuracy)).isTrue();
    assertThat(luminanceContrast(palette.of(Hue.TRAIN), palette.background())).isGreaterThan(3);
    assertThat(luminanceContrast(palette.of(Hue.TEST), palette.background())).isGreaterThan(3);
    assertThat(luminanceContrast(palette.of(Hue.NORM), palette.background())).isGreaterThan(3);
  }

  private static double contrast(
      WritableImage image, Color background, double x, double y, double width, double height) {
    PixelReader reader = image.getPixelReader();
    double best = 1;
    for (int row = (int) y; row < y + height; row++) {
      for (int column = (int) x; column < x + width; column++) {
        best = Math.max(best, luminanceContrast(reader.getColor(column, row), background));
      }
    }
    return best;
  }

  private static boolean holds(WritableImage image, Color color, Rectangle2D area) {
    PixelReader reader = image.getPixelReader();
    for (int y = (int) area.getMinY(); y < area.getMaxY(); y++) {
      for (int x = (int) area.getMinX() + 2; x < area.getMaxX(); x++) {
        Color seen = reader.getColor(x, y);
        double distance =
            Math.abs(seen.getRed() - color.getRed())
                + Math.abs(seen.getGreen() - color.getGreen())
                + Math.abs(seen.getBlue() - color.getBlue());
        if (distance < 0.1) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void theColorsOfAnswersAreAScaleOfLightness() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      for (int i = 0; i < Hue.ANSWERS.size(); i++) {
        Color color = palette.of(Hue.ANSWERS.get(i));
        assertThat(luminanceContrast(color, palette.background())).isGreaterThan(3);
        if (i > 0) {
          Color before = palette.of(Hue.ANSWERS.get(i - 1));
          assertThat(luminance(color)).isGreaterThan(luminance(before));
          assertThat(luminanceContrast(color, before)).isGreaterThan(1.14);
        }
      }
    }
  }

  /** Two to four answers, as sums of up to three digits have them, are told apart by lightness. */
  @Test
  void theFirstAnswersAreFarApart() {
    List<Hue> hues =
        Panels.all().stream()
            .filter(panel -> panel.id().equals("answers-panel"))
            .flatMap(panel -> panel.curves().stream())
            .map(curve -> curve.role().hue())
            .toList();
    assertThat(hues).containsExactlyInAnyOrderElementsOf(Hue.ANSWERS);
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < i; j++) {
          assertThat(luminanceContrast(palette.of(hues.get(i)), palette.of(hues.get(j))))
              .as("answers %d and %d", j + 1, i + 1)
              .isGreaterThan(1.3);
        }
      }
    }
  }

  private static double luminanceContrast(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  /** As words they are darker or lighter than as lines, or they could not be read. */
  @Test
  void trainAndTestHaveOneHueEachInCurvesAndInWords() throws IOException {
    String css;
    try (InputStream sheet = getClass().getResourceAsStream("/assets/css/grokscope.css")) {
      css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    }
    String light = css.substring(css.indexOf(".light {"), css.indexOf(".dark {"));
    String dark = css.substring(css.indexOf(".dark {"));
    assertThat(declared(light, "-lab-train")).isEqualTo(Palette.LIGHT.of(Hue.TRAIN));
    assertThat(declared(light, "-lab-test").getHue())
        .isCloseTo(Palette.LIGHT.of(Hue.TEST).getHue(), within(2.0));
    assertThat(declared(dark, "-lab-train").getHue())
        .isCloseTo(Palette.DARK.of(Hue.TRAIN).getHue(), within(2.0));
    assertThat(declared(dark, "-lab-test").getHue())
        .isCloseTo(Palette.DARK.of(Hue.TEST).getHue(), within(2.0));
  }

  private static Color declared(String css, String name) {
    Matcher found = Pattern.compile(name + ": (#[0-9a-f]{6});").matcher(css);
    assertThat(found.find()).isTrue();
    return Color.web(found.group(1));
  }
}
