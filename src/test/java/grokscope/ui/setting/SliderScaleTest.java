package grokscope.ui.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.config.knob.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliderScaleTest {
  private static final SliderScale SHARE = new SliderScale(Scale.LINEAR, 0.05, 0.95, false);
  private static final SliderScale DECAY =
      new SliderScale(Scale.ZERO_THEN_LOGARITHMIC, 0.001, 10, false);
  private static final SliderScale RATE = new SliderScale(Scale.LOGARITHMIC, 1e-5, 1, false);
  private static final SliderScale STEPS = new SliderScale(Scale.LOGARITHMIC, 1, 100_000, true);

  @Test
  void aShareMovesInWholePercent() {
    assertThat(SHARE.value(0)).isEqualTo(0.05);
    assertThat(SHARE.value(1)).isEqualTo(0.95);
    assertThat(SHARE.value(SHARE.position(0.4))).isEqualTo(0.4);
    assertThat(SHARE.value(0.4001)).isEqualTo(0.41);
  }

  @Test
  void zeroHasAPlaceOfItsOwnAtTheLeftEnd() {
    assertThat(DECAY.position(0)).isZero();
    assertThat(DECAY.value(0)).isZero();
    assertThat(DECAY.value(SliderScale.ZERO_WIDTH / 3)).isZero();
    assertThat(DECAY.value(SliderScale.ZERO_WIDTH)).isEqualTo(0.001);
    assertThat(DECAY.value(1)).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.0025, 0.01, 0.1, 0.5, 1, 2, 10})
  void whatAPersonTypesSurvivesTheSlider(double value) {
    assertThat(DECAY.value(DECAY.position(value))).isEqualTo(value);
    assertThat(RATE.value(RATE.position(value))).isEqualTo(Math.min(1, value));
  }

  @Test
  void equalDistancesAreEqualRatios() {
    double one = RATE.position(0.001) - RATE.position(0.0001);
    double other = RATE.position(0.1) - RATE.position(0.01);
    assertThat(one).isCloseTo(other, within(1e-12));
  }

  @Test
  void valuesBeyondTheSliderLieAtItsEnds() {
    assertThat(DECAY.position(100)).isEqualTo(1);
    assertThat(SHARE.position(0.99)).isEqualTo(1);
    assertThat(SHARE.position(0.01)).isZero();
    assertThat(RATE.position(0)).isZero();
  }

  @Test
  void wholeNumbersStayWhole() {
    for (double position = 0; position <= 1; position += 0.01) {
      double value = STEPS.value(position);
      assertThat(value).isEqualTo(Math.rint(value)).isBetween(1.0, 100_000.0);
    }
  }

  @Test
  void anArrowKeyAlwaysMovesTheValueUntilTheEnd() {
    for (SliderScale scale : new SliderScale[] {SHARE, DECAY, RATE, STEPS}) {
      double value = scale.value(0);
      int presses = 0;
      while (value < scale.high() && presses++ < 1000) {
        double next = scale.next(value, 1);
        assertThat(next).isGreaterThan(value);
        value = next;
      }
      assertThat(value).isEqualTo(scale.high());
      assertThat(scale.next(value, 1)).isEqualTo(value);
    }
  }
}
