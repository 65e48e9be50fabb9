package grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelStripTest {
  private static List<Double> lefts(LabelStrip<String> strip) {
    return strip.placed().stream().map(LabelStrip.Placed::left).toList();
  }

  private static List<String> words(LabelStrip<String> strip) {
    return strip.placed().stream().map(LabelStrip.Placed::content).toList();
  }

  @Test
  void labelsStandInTheOrderOfTheirMiddlesAndNeverOverlap() {
    LabelStrip<String> strip = new LabelStrip<>(50, 950, 200);
    double[] middles = {50, 60, 500, 510, 520, 949, 940, 100};
    for (double middle : middles) {
      strip.offer(String.valueOf(middle), middle, 90);
    }
    assertThat(words(strip))
        .containsExactly("50.0", "60.0", "100.0", "500.0", "510.0", "520.0", "940.0", "949.0");
    List<Double> lefts = lefts(strip);
    assertThat(lefts).allSatisfy(left -> assertThat(left).isBetween(50.0, 860.0));
    for (int i = 1; i < lefts.size(); i++) {
      assertThat(lefts.get(i) - lefts.get(i - 1)).isGreaterThanOrEqualTo(98);
    }
  }

  @Test
  void aLabelAloneGetsItsPlace() {
    for (double[] pair : new double[][] {{400, 350}, {3, 0}, {899, 800}}) {
      LabelStrip<String> strip = new LabelStrip<>(0, 900, 100);
      strip.offer("it", pair[0], 100);
      assertThat(lefts(strip)).containsExactly(pair[1]);
    }
  }

  @Test
  void aLabelThatWouldPushTooFarIsLeftOut() {
    LabelStrip<String> strip = new LabelStrip<>(0, 900, 50);
    strip.offer("first", 400, 300);
    strip.offer("second", 400, 300);
    assertThat(words(strip)).containsExactly("first");
    assertThat(lefts(strip)).containsExactly(250.0);
    LabelStrip<String> tiny = new LabelStrip<>(0, 80, 50);
    tiny.offer("wide", 40, 100);
    assertThat(words(tiny)).isEmpty();
  }
}
