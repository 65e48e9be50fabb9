package grokscope.run.export;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.figure.Hue;
import grokscope.ui.color.Palette;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurveFigureTest {
  @ParameterizedTest
  @EnumSource
  void onPaperEverythingHasItsColorOfTheScreen(Hue hue) {
    assertThat(String.format(Locale.ROOT, "0x%06xff", Paper.color(hue)))
        .isEqualTo(Palette.LIGHT.of(hue).toString());
  }
}
