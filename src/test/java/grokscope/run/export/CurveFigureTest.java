package grokscope.run.export;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.ui.color.Palette;
import org.junit.jupiter.api.Test;

class CurveFigureTest {
  @Test
  void onPaperTrainAndTestHaveTheirColorsOfTheScreen() {
    assertThat(web(0)).isEqualTo(Palette.LIGHT.train().toString());
    assertThat(web(1)).isEqualTo(Palette.LIGHT.test().toString());
  }

  /** A colour in the words of JavaFX, such as 0x0072b2ff. */
  private static String web(int series) {
    return String.format("0x%06xff", CurveFigure.COLORS[series].getRGB() & 0xffffff);
  }
}
