package grokscope.figure.print;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.figure.Hue;
import grokscope.figure.RunColors;
import grokscope.ui.color.Palette;
import java.util.Locale;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureLookTest {
  private static String web(int color) {
    return String.format(Locale.ROOT, "0x%06xff", color);
  }

  private static void same(int color, Color onScreen) {
    assertThat(web(color)).isEqualTo(onScreen.toString());
  }

  @ParameterizedTest
  @EnumSource
  void inAFigureEverythingHasItsColorOfTheScreen(Hue hue) {
    same(FigureLook.LIGHT.color(hue), Palette.LIGHT.of(hue));
    same(FigureLook.PRINT.color(hue), Palette.LIGHT.of(hue));
    same(FigureLook.DARK.color(hue), Palette.DARK.of(hue));
  }

  @Test
  void groundAndWordsAreThoseOfTheScreen() {
    same(FigureLook.LIGHT.ground(), Palette.LIGHT.background());
    same(FigureLook.LIGHT.text(), Palette.LIGHT.text());
    same(FigureLook.DARK.ground(), Palette.DARK.background());
    same(FigureLook.DARK.text(), Palette.DARK.text());
  }

  @Test
  void aRunHasItsColorOnEveryGround() {
    for (int color = 0; color < RunColors.COUNT; color++) {
      assertThat(FigureLook.LIGHT.run(color)).isEqualTo(RunColors.LIGHT.get(color));
      assertThat(FigureLook.DARK.run(color)).isEqualTo(RunColors.DARK.get(color));
      assertThat(FigureLook.PRINT.run(color)).isEqualTo(RunColors.PRINT.get(color));
    }
    assertThat(FigureLook.PRINT.run(-1)).isEqualTo(FigureLook.PRINT.muted());
  }
}
