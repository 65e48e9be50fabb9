package grokscope.ui.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ColorMapTest {
  private static LabColor at(ColorMap map, double share) {
    return LabColor.of(map.color(share));
  }

  @Test
  void whiteBlackAndRedHaveTheirPublishedPlaces() {
    assertThat(LabColor.of(Color.WHITE).lightness()).isCloseTo(100, within(0.01));
    assertThat(LabColor.of(Color.BLACK).lightness()).isCloseTo(0, within(0.01));
    LabColor red = LabColor.of(Color.RED);
    assertThat(red.lightness()).isCloseTo(53.24, within(0.02));
    assertThat(red.a()).isCloseTo(80.09, within(0.02));
    assertThat(red.b()).isCloseTo(67.20, within(0.02));
  }

  @Test
  void everyColorOfTheScreenSurvivesTheWayThereAndBack() {
    for (int argb = 0xff000000; argb < 0xff000000 + (1 << 24) - 997; argb += 997) {
      assertThat(LabColor.of(ColorMap.color(argb)).argb()).isEqualTo(argb);
    }
  }

  @Test
  void equalDifferencesAreEqualDifferencesOfLightness() {
    double low = at(ColorMap.SEQUENTIAL, 0).lightness();
    double high = at(ColorMap.SEQUENTIAL, 1).lightness();
    for (int level = 0; level < 256; level++) {
      double share = level / 255.0;
      assertThat(at(ColorMap.SEQUENTIAL, share).lightness())
          .isCloseTo(low + share * (high - low), within(2.0));
    }
  }

  @Test
  void signedColorsLeaveTheGroundEquallyOnBothSides() {
    for (ColorMap map : new ColorMap[] {ColorMap.SIGNED_LIGHT, ColorMap.SIGNED_DARK}) {
      double middle = at(map, 0.5).lightness();
      double previous = -1;
      for (int n = 0; n <= 10; n++) {
        double below = Math.abs(at(map, 0.5 - n / 20.0).lightness() - middle);
        double above = Math.abs(at(map, 0.5 + n / 20.0).lightness() - middle);
        assertThat(below).isGreaterThan(previous).isCloseTo(above, within(6.0));
        previous = below;
      }
    }
  }

  @Test
  void whatGoesRoundHasNoSeam() {
    double largest = 0;
    double smallest = 1e9;
    for (int n = 0; n < 64; n++) {
      LabColor one = LabColor.of(ColorMap.color(ColorMap.CYCLIC.level(n * 4)));
      LabColor next = LabColor.of(ColorMap.color(ColorMap.CYCLIC.level((n + 1) * 4 % 256)));
      double distance =
          Math.sqrt(
              Math.pow(one.lightness() - next.lightness(), 2)
                  + Math.pow(one.a() - next.a(), 2)
                  + Math.pow(one.b() - next.b(), 2));
      largest = Math.max(largest, distance);
      smallest = Math.min(smallest, distance);
    }
    assertThat(largest).isLessThan(2 * smallest);
  }

  @Test
  void wordsOnAColorAreSeen() {
    assertThat(PictureColors.on(Color.web("#fde725"))).isEqualTo(Color.BLACK);
    assertThat(PictureColors.on(Color.web("#440154"))).isEqualTo(Color.WHITE);
  }
}
