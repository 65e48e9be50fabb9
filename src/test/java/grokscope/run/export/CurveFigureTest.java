package grokscope.run.export;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.ui.chart.Palette;
import org.junit.jupiter.api.Test;

class CurveFigureTest {
  @Test
  void onPaperTrainAndTestHaveTheirColoursOfTheScreen() {
    assertThat(web(0)).isEqualTo(Palette.LIGHT.train().toString());
    assertThat(web(1)).isEqualTo(Palette.LIGHT.test().toString());
  }

  /** A colour in the words of JavaFX, such as 0x0072b2ff. */
  private static String web(int series) {
    return String.format("0x%06xff", CurveFigure.COLOURS[series].getRGB() & 0xffffff);
  }
}
