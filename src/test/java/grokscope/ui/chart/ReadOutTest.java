package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.figure.ValueAxis;
import grokscope.figure.ValueText;
import grokscope.telemetry.History;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadOutTest {
  private final History live = Runs.history(0, 10, 20, 40);

  @Test
  void theCursorPointsAtTheNearestEvaluation() {
    assertThat(Pointed.at(13, live, List.of())).isEqualTo(new Pointed(10, 1));
    assertThat(Pointed.at(16, live, List.of())).isEqualTo(new Pointed(20, 2));
    assertThat(Pointed.at(0, live, List.of())).isEqualTo(new Pointed(0, 0));
    assertThat(Pointed.at(45, live, List.of())).isEqualTo(new Pointed(40, 3));
  }

  @Test
  void beyondTheLiveRunItPointsAtAnEarlierOne() {
    Ghost ghost = Runs.ghost(2, "data 40 %", Runs.history(0, 30, 60, 90));
    assertThat(Pointed.at(70, live, List.of(ghost))).isEqualTo(new Pointed(60, -1));
    assertThat(Pointed.at(500, live, List.of(ghost))).isEqualTo(new Pointed(500, -1));
  }

  @Test
  void valuesAreWrittenInTheWordsOfTheirAxis() {
    assertThat(ValueText.of(ValueAxis.UNIT, 0.99)).isEqualTo("0.990");
    assertThat(ValueText.of(ValueAxis.LOG, 4.60517)).isEqualTo("4.6052");
    assertThat(ValueText.of(ValueAxis.LOG, 2.34e-7)).isEqualTo("2.34e-07");
    assertThat(ValueText.of(ValueAxis.LOG, 2340)).isEqualTo("2.3e+03");
    assertThat(ValueText.of(ValueAxis.WITH_ZERO, -2.345)).isEqualTo("\u22122.35");
    assertThat(ValueText.of(ValueAxis.WITH_ZERO, 0.5)).isEqualTo("0.50");
    assertThat(ValueText.of(ValueAxis.FROM_ZERO, 12345.6)).isEqualTo("12\u202f346");
    assertThat(ValueText.of(ValueAxis.FROM_ZERO, Double.NaN)).isEqualTo("–");
  }
}
