package grokscope.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Curves drawn in characters. */
class TextPlotTest {
  private final History history =
      new History(
          Stream.of("train_loss", "test_loss", "train_accuracy", "test_accuracy")
              .map(id -> new Metric(id, id, ""))
              .toList());

  private void add(int step, double trainLoss, double testLoss, double train, double test) {
    history.append(new Sample(1, step, new double[] {trainLoss, testLoss, train, test}));
  }

  @Test
  void drawsADelay() {
    for (int step = 0; step <= 100; step += 5) {
      add(step, 1, 1, step < 20 ? 0.5 : 1, step < 60 ? 0 : 1);
    }
    assertThat(TextPlot.accuracy(20, 5, TextPlot.Ink.ASCII).draw(history))
        .containsExactly(
            "        accuracy   . train   # test",
            "   1.0 |    ........########",
            "       |    .       #       ",
            "   0.5 |.....       #       ",
            "       |            #       ",
            "   0.0 |#############       ",
            "       +--------------------",
            "        0       step     100");
  }

  @Test
  void labelsALogarithmicAxisWithPowersOfTen() {
    add(0, 4, 4, 0, 0);
    add(1000, 2e-5, 30, 0, 0);
    List<String> lines = TextPlot.loss(40, 7, TextPlot.Ink.UNICODE).draw(history);
    assertThat(lines.get(1)).startsWith("  1e+2 │");
    assertThat(lines.get(7)).startsWith("  1e-5 │").contains("·");
    assertThat(lines).hasSize(10);
    assertThat(lines.get(8)).isEqualTo("       └" + "─".repeat(40));
    assertThat(lines.get(9)).endsWith("1000");
  }

  @Test
  void keepsASpikeThatIsNarrowerThanACharacter() {
    for (int step = 0; step <= 10_000; step++) {
      add(step, 1, 1, 0, step == 5_000 ? 1 : 0);
    }
    assertThat(TextPlot.accuracy(20, 5, TextPlot.Ink.ASCII).draw(history).get(1)).contains("#");
  }

  @Test
  void hasOneSizeWhateverThereIsToDraw() {
    TextPlot plot = TextPlot.loss(30, 6, TextPlot.Ink.ASCII);
    List<String> empty = plot.draw(history);
    add(0, Double.NaN, Double.POSITIVE_INFINITY, 0, 0);
    add(1, 0, Double.NaN, 0, 0);
    List<String> odd = plot.draw(history);
    assertThat(odd).hasSameSizeAs(empty);
    assertThat(odd.subList(1, 7)).allMatch(line -> line.length() == 38 || line.length() == 39);
  }

  @Test
  void hasAGapWhereAValueIsInfiniteAndTheFloorWhereItIsZero() {
    double[] losses = {1, 1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1, 0};
    for (int i = 0; i < losses.length; i++) {
      add(i, losses[i], Double.NaN, 0, 0);
    }
    List<String> lines = TextPlot.loss(20, 3, TextPlot.Ink.ASCII).draw(history);
    assertThat(lines.get(1)).startsWith("  1e+0 |.....           ....");
    assertThat(lines.get(3)).startsWith(" 1e-12 |").endsWith(".");
  }
}
