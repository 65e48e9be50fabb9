package grokscope.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ColourMapTest {
  private static LabColour at(ColourMap map, double share) {
    return LabColour.of(map.colour(share));
  }

  @Test
  void whiteBlackAndRedHaveTheirPublishedPlaces() {
    assertThat(LabColour.of(Color.WHITE).lightness()).isCloseTo(100, within(0.01));
    assertThat(LabColour.of(Color.BLACK).lightness()).isCloseTo(0, within(0.01));
    LabColour red = LabColour.of(Color.RED);
    assertThat(red.lightness()).isCloseTo(53.24, within(0.02));
    assertThat(red.a()).isCloseTo(80.09, within(0.02));
    assertThat(red.b()).isCloseTo(67.20, within(0.02));
  }

  @Test
  void everyColourOfTheScreenSurvivesTheWayThereAndBack() {
    for (int argb = 0xff000000; argb < 0xff000000 + (1 << 24) - 997; argb += 997) {
      assertThat(LabColour.of(ColourMap.colour(argb)).argb()).isEqualTo(argb);
    }
  }

  @Test
  void equalDifferencesAreEqualDifferencesOfLightness() {
    double low = at(ColourMap.SEQUENTIAL, 0).lightness();
    double high = at(ColourMap.SEQUENTIAL, 1).lightness();
    for (int level = 0; level < 256; level++) {
      double share = level / 255.0;
      assertThat(at(ColourMap.SEQUENTIAL, share).lightness())
          .isCloseTo(low + share * (high - low), within(2.0));
    }
  }

  @Test
  void signedColoursLeaveTheGroundEquallyOnBothSides() {
    for (ColourMap map : new ColourMap[] {ColourMap.SIGNED_LIGHT, ColourMap.SIGNED_DARK}) {
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
      LabColour one = LabColour.of(ColourMap.colour(ColourMap.CYCLIC.level(n * 4)));
      LabColour next = LabColour.of(ColourMap.colour(ColourMap.CYCLIC.level((n + 1) * 4 % 256)));
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
  void wordsOnAColourAreSeen() {
    assertThat(Shades.on(Color.web("#fde725"))).isEqualTo(Color.BLACK);
    assertThat(Shades.on(Color.web("#440154"))).isEqualTo(Color.WHITE);
  }
}
