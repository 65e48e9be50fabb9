package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartLayoutTest {
  private static final List<String> IDS = List.of("accuracy-panel", "loss-panel", "norm", "new");

  @Test
  void unknownChartsDoNoHarmAndNewOnesComeLast() {
    ChartLayout stored =
        new ChartLayout(
            List.of("norm", "gone", "accuracy-panel"),
            List.of("gone"),
            "gone",
            0.5,
            false,
            Map.of());
    assertThat(stored.sorted(IDS)).containsExactly("norm", "accuracy-panel", "loss-panel", "new");
    assertThat(stored.shows("new")).isTrue();
  }

  @Test
  void aChartMovesToThePlaceOfAnother() {
    ChartLayout moved = ChartLayout.USUAL.moved("new", "loss-panel", IDS);
    assertThat(moved.sorted(IDS)).containsExactly("accuracy-panel", "new", "loss-panel", "norm");
    assertThat(moved.moved("accuracy-panel", "norm", IDS).sorted(IDS))
        .containsExactly("new", "loss-panel", "norm", "accuracy-panel");
    assertThat(moved.moved("gone", "norm", IDS)).isEqualTo(moved);
  }

  @Test
  void whatIsMadeLargeIsShown() {
    ChartLayout hidden = ChartLayout.USUAL.withShown("norm", false);
    assertThat(hidden.shows("norm")).isFalse();
    assertThat(hidden.withLarge("norm").shows("norm")).isTrue();
    assertThat(hidden.withLarge("norm").large()).isEqualTo("norm");
  }

  @Test
  void aShareThatCannotBeIsNone() {
    assertThat(ChartLayout.USUAL.withShare(0.01).share()).isEqualTo(0.1);
    assertThat(ChartLayout.USUAL.withShare(0.6).share()).isEqualTo(0.6);
    assertThat(new ChartLayout(List.of(), List.of(), "", Double.NaN, true, Map.of()).share())
        .isZero();
    assertThat(new ChartLayout(List.of(), List.of(), "", 7, true, Map.of()).share()).isZero();
  }
}
