package grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineStyleTest {
  private static PanelSpec panel(String id) {
    return Panels.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<LineStyle> styles(PanelSpec panel) {
    return IntStream.range(0, panel.curves().size())
        .mapToObj(curve -> LineStyle.of(panel, curve))
        .toList();
  }

  @Test
  void testIsSolidAndHeavyTrainIsDashedAndLighterWhateverTheirOrder() {
    for (String id : List.of("accuracy-panel", "loss-panel")) {
      PanelSpec panel = panel(id);
      for (int curve = 0; curve < 2; curve++) {
        boolean train = panel.curves().get(curve).metricId().startsWith("train");
        assertThat(LineStyle.of(panel, curve))
            .isEqualTo(train ? LineStyle.DASHED : LineStyle.SOLID);
      }
    }
    assertThat(LineStyle.DASHED.weight()).isLessThan(LineStyle.SOLID.weight());
  }

  @Test
  void otherCurvesAreSolidThenDashedThenDotted() {
    assertThat(styles(panel("mechanism-panel")))
        .containsExactly(LineStyle.SOLID, LineStyle.DASHED, LineStyle.DOTTED);
  }

  @Test
  void whereThereAreMoreCurvesThanDashesColorsTellThemApart() {
    PanelSpec answers = panel("answers-panel");
    assertThat(LineStyle.byColor(answers)).isTrue();
    assertThat(styles(answers)).containsOnly(LineStyle.SOLID);
  }
}
