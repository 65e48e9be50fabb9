package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelStripTest {
  @Test
  void labelsStayInsideAndApart() {
    LabelStrip strip = new LabelStrip(50, 950, 200);
    List<double[]> placed = new ArrayList<>();
    for (double middle : new double[] {50, 60, 500, 510, 520, 949, 940, 100}) {
      double left = strip.place(middle, 90);
      if (!Double.isNaN(left)) {
        assertThat(left).isBetween(50.0, 860.0);
        for (double[] other : placed) {
          assertThat(left >= other[1] || left + 90 <= other[0]).isTrue();
        }
        placed.add(new double[] {left, left + 90});
      }
    }
    assertThat(placed).hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void theFirstGetsItsPlace() {
    LabelStrip strip = new LabelStrip(0, 900, 100);
    assertThat(strip.place(400, 100)).isEqualTo(350);
    assertThat(strip.place(3, 100)).isEqualTo(0);
    assertThat(strip.place(899, 100)).isEqualTo(800);
  }

  @Test
  void aLabelThatWouldBeTooFarAwayIsLeftOut() {
    LabelStrip strip = new LabelStrip(0, 900, 50);
    assertThat(strip.place(400, 300)).isEqualTo(250);
    assertThat(strip.place(400, 300)).isNaN();
    assertThat(new LabelStrip(0, 80, 50).place(40, 100)).isNaN();
  }
}
