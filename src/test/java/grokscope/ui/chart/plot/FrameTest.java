package grokscope.ui.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FrameTest {
  private final Margins words = Margins.small(1, true);
  private final Frame frame =
      new Frame(List.of(new Plot(60, 40, 200, 80, words), new Plot(360, 40, 200, 80, words)));

  @Test
  void aPointIsInThePlotBelowItsHeaderAndAboveItsLabels() {
    assertThat(frame.at(100, 60)).isEqualTo(OptionalInt.of(0));
    assertThat(frame.at(500, 125)).isEqualTo(OptionalInt.of(1));
    assertThat(frame.at(300, 60)).isEmpty();
    assertThat(frame.at(100, 10)).isEmpty();
  }

  @Test
  void eachPlotHasItsOwnPlaceForAStep() {
    assertThat(frame.plots().get(0).x(0.5)).isEqualTo(160);
    assertThat(frame.plots().get(1).x(0.5)).isEqualTo(460);
    assertThat(frame.plots().get(1).position(410)).isEqualTo(0.25);
    assertThat(frame.plots().get(0).rise(60)).isEqualTo(0.75);
  }

  /** So that they are whole pixels of a screen of one and a half as many. */
  @Test
  void roomForWordsIsAMultipleOfFour() {
    for (double scale : new double[] {0.8, 1, 1.1, 1.37, 2}) {
      for (Margins each :
          List.of(Margins.large(scale), Margins.small(scale, true), Margins.small(scale, false))) {
        assertThat(
                List.of(
                    each.left(),
                    each.right(),
                    each.top(),
                    each.bottom(),
                    each.header(),
                    each.strip()))
            .allMatch(length -> length % 4 == 0);
      }
    }
  }
}
