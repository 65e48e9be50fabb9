package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.Plot;
import org.junit.jupiter.api.Test;

/** How much of the window each plot gets. */
class ChartRoomTest {
  private static final ChartLayout BELOW = ChartLayout.USUAL.withBelow(true);

  private static ChartRoom room(double width, double height, int smalls) {
    return ChartRoom.of(width, height, smalls, 1, ChartLayout.USUAL);
  }

  @Test
  void theLargePlotIsAtLeastTwiceAsHighAndNoneIsBelowItsFloor() {
    for (double width = 260; width < 3000; width += 97) {
      for (double height = 60; height < 1600; height += 41) {
        for (int smalls = 1; smalls < 8; smalls++) {
          for (double scale : new double[] {0.8, 1, 1.4, 2}) {
            ChartRoom room = ChartRoom.of(width, height, smalls, scale, ChartLayout.USUAL);
            String where = width + "×" + height + ", " + smalls + ", " + scale;
            assertThat(room.small()).as(where).isGreaterThanOrEqualTo(70);
            assertThat(room.large()).as(where).isGreaterThanOrEqualTo(2 * room.small());
          }
        }
      }
    }
  }

  /** The room that is left for the charts at 1280×800, in a window of its own and by a picture. */
  @Test
  void atTheSizesOfALaptopTheLargePlotIsReadable() {
    ChartRoom beside = room(936, 440, 3);
    assertThat(beside.large()).isGreaterThanOrEqualTo(320);
    assertThat(beside.restWhole()).as("all in view").isLessThanOrEqualTo(beside.rest());
    ChartRoom below = ChartRoom.of(936, 440, 3, 1, BELOW);
    assertThat(below.large()).isGreaterThanOrEqualTo(200);
    assertThat(below.columns()).isEqualTo(3);
    assertThat(room(460, 420, 3).large()).isGreaterThanOrEqualTo(150);
  }

  @Test
  void whatHasNoRoomIsScrolledTo() {
    ChartRoom narrow = room(460, 420, 3);
    assertThat(narrow.columns()).isEqualTo(1);
    assertThat(narrow.restWhole()).isGreaterThan(narrow.rest() + 100);
    assertThat(narrow.height()).as("the large chart stays in view").isLessThanOrEqualTo(420);
    ChartRoom flat = room(460, 200, 3);
    assertThat(flat.height()).as("there all of it scrolls").isGreaterThan(400);
    assertThat(flat.rest()).isEqualTo(flat.restWhole());
  }

  @Test
  void smallPlotsStandBesideTheLargeOneWhereThatIsWideEnough() {
    ChartRoom wide = room(936, 440, 3);
    assertThat(wide.beside()).isTrue();
    assertThat(wide.frontWidth()).isBetween(600.0, 640.0);
    assertThat(wide.restWidth()).isGreaterThanOrEqualTo(260);
    assertThat(wide.restFrame(wide.restWidth()).plots().get(2).bottom()).isLessThan(wide.rest());
    assertThat(room(690, 440, 3).beside()).isFalse();
    assertThat(ChartRoom.of(936, 440, 3, 1.5, ChartLayout.USUAL).beside()).isFalse();
  }

  @Test
  void belowItSmallPlotsFillRowsAndAreAlignedWithItWhereARowHoldsOne() {
    Frame rows = ChartRoom.of(936, 700, 4, 1, BELOW).restFrame(936);
    assertThat(rows.plots().get(1).left()).isGreaterThan(rows.plots().get(0).right());
    assertThat(rows.plots().get(2).top()).isGreaterThan(rows.plots().get(0).bottom());
    ChartRoom stacked = room(460, 900, 3);
    Plot large = stacked.frontFrame().plots().get(0);
    assertThat(stacked.restFrame(460).plots())
        .hasSize(3)
        .allSatisfy(
            plot -> {
              assertThat(plot.left()).isEqualTo(large.left());
              assertThat(plot.width()).isEqualTo(large.width());
            });
  }

  @Test
  void theLargePlotHasTheShareThatItWasGivenAsFarAsTheOthersCanBeRead() {
    ChartLayout half = BELOW.withShare(0.5);
    ChartRoom room = ChartRoom.of(936, 800, 3, 1, half);
    assertThat(room.front()).isBetween(390.0, 400.0);
    ChartRoom most = ChartRoom.of(936, 500, 3, 1, BELOW.withShare(0.95));
    assertThat(most.rest()).isGreaterThanOrEqualTo(most.restWhole() - 1);
    assertThat(most.small()).isEqualTo(72);
  }

  @Test
  void aChartAloneHasAllTheRoom() {
    ChartRoom room = room(936, 440, 0);
    assertThat(room.large()).isGreaterThan(330);
    assertThat(room.height()).isLessThanOrEqualTo(440);
  }
}
