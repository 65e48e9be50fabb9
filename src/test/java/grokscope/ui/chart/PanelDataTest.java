package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.figure.PanelSpec;
import grokscope.figure.Panels;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers that a panel says of a step. */
class PanelDataTest {
  private static PanelData panel(String id) {
    PanelSpec spec =
        Panels.all().stream().filter(panel -> panel.id().equals(id)).findFirst().orElseThrow();
    return new PanelData(spec, new ArrayList<>(), new ArrayList<>());
  }

  @Test
  void aNumberThatIsLostIsNotReplacedByAnOlderOne() {
    History history = new History(List.of(new Metric("restricted_loss", "restricted loss", "")));
    history.append(0, new double[] {2});
    history.append(1, new double[] {Double.NaN});
    history.append(2, new double[] {Double.POSITIVE_INFINITY});
    PanelData circuit = panel("circuit-panel");
    assertThat(circuit.value(history, 0, 0)).isEqualTo(2);
    assertThat(circuit.value(history, 0, 1)).isNaN();
    assertThat(circuit.value(history, 0, 2)).isInfinite();
  }

  @Test
  void whatIsSeldomMeasuredIsKnownUntilTheNextTime() {
    History history = new History(List.of(new Metric("trig_share", "share", "", true)));
    history.append(0, new double[] {0.5});
    history.append(1, new double[] {Double.NaN});
    assertThat(panel("mechanism-panel").value(history, 0, 1)).isEqualTo(0.5);
  }
}
