package grokscope.ui.picture.paint;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.NeuronOrder;
import grokscope.telemetry.Profile;
import grokscope.telemetry.ProfileHistory;
import grokscope.telemetry.snapshot.NeuronMaps;
import grokscope.ui.picture.activation.AttentionTiles;
import grokscope.ui.picture.activation.NeuronShelf;
import grokscope.ui.picture.weight.FrequencyStrip;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class GeometryTest {
  @Test
  void theMiddleOfEveryCellIsItsPair() {
    for (int side : new int[] {2, 59, 199}) {
      PairGrid grid = PairGrid.of(side, 420, 300);
      for (int a = 0; a < side; a++) {
        for (int b = 0; b < side; b++) {
          double x = grid.x(a) + grid.cell() / 2;
          double y = grid.y(b) + grid.cell() / 2;
          assertThat(grid.at(x, y)).contains(new Pair(a, b));
        }
      }
      assertThat(grid.left() + grid.size()).isLessThanOrEqualTo(420);
      assertThat(grid.top() + grid.size()).isLessThanOrEqualTo(300);
    }
  }

  @Test
  void nothingIsBesideTheGrid() {
    PairGrid grid = PairGrid.of(10, 300, 200);
    assertThat(grid.at(grid.left() - 1, grid.top() + 1)).isEmpty();
    assertThat(grid.at(grid.left() + grid.size() + 1, grid.top() + 1)).isEmpty();
    assertThat(grid.at(grid.left() + 1, grid.top() + grid.size() + 1)).isEmpty();
    assertThat(grid.at(Double.NaN, Double.NaN)).isEmpty();
    assertThat(grid.y(9)).isLessThan(grid.y(0));
  }

  @Test
  void anAxisFindsItsNumbersAndLabelsThemRoundly() {
    Axis axis = new Axis(1, 29, 40, 406);
    for (int k = 1; k <= 29; k++) {
      assertThat(axis.number(axis.middle(k))).isEqualTo(k);
    }
    assertThat(axis.number(-5)).isEqualTo(1);
    assertThat(axis.number(9999)).isEqualTo(29);
    assertThat(axis.labelEvery()).isEqualTo(5);
    assertThat(new Axis(0, 199, 0, 400).labelEvery()).isEqualTo(20);
    assertThat(new Axis(0, 5, 0, 400).labelEvery()).isEqualTo(1);
  }

  @Test
  void aPlaceOnTheStripIsAFrequencyAtAStep() {
    ProfileHistory history = new ProfileHistory();
    for (int step : new int[] {0, 50, 100}) {
      float[] values = {step, step + 0.25f};
      history.append(
          new Profile(1, step, Profile.About.EMBEDDING_SHARES, List.of("1", "2"), values));
    }
    history.append(
        new Profile(1, 100, Profile.About.EMBEDDING_SHARES, List.of("1", "2"), new float[2]));
    assertThat(history.size()).isEqualTo(3);
    Rectangle2D place = new Rectangle2D(10, 20, 100, 56); // 16 of them for words
    assertThat(FrequencyStrip.at(history, place, 10 + 60, 20 + 5))
        .contains(new FrequencyStrip.Spot(2, 50, 50.25));
    assertThat(FrequencyStrip.at(history, place, 10 + 10, 20 + 35))
        .contains(new FrequencyStrip.Spot(1, 0, 0));
    assertThat(FrequencyStrip.at(history, place, 5, 25)).isEmpty();
  }

  @Test
  void tilesAreFoundAndTheGapsBetweenThemAreNot() {
    AttentionTiles tiles = AttentionTiles.of(3, 4, 460, 260);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        assertThat(tiles.row(tiles.y(row) + 1)).isEqualTo(row);
        assertThat(tiles.column(tiles.x(column) + 1)).isEqualTo(column);
      }
    }
    assertThat(tiles.row(tiles.y(0) + tiles.size() + 1)).isEqualTo(-1);
    assertThat(tiles.column(Double.NaN)).isEqualTo(-1);
    assertThat(tiles.x(3) + tiles.size()).isLessThanOrEqualTo(460);
  }

  @Test
  void neuronsAreGroupedSortedAndFoundWhereTheyAreDrawn() {
    int[] frequency = {3, 0, 3, 1, 0};
    float[] explained = {0.4f, 0, 0.9f, 0.5f, 0};
    float[] high = {1, 0, 1, 1, 0};
    NeuronMaps maps =
        new NeuronMaps(
            0,
            1,
            2,
            new byte[20],
            new float[5],
            high,
            frequency,
            explained,
            false,
            0,
            new float[4]);
    NeuronOrder order = NeuronOrder.of(maps);
    assertThat(order.groups())
        .containsExactly(
            new NeuronOrder.Group(1, List.of(3)),
            new NeuronOrder.Group(3, List.of(2, 0)),
            new NeuronOrder.Group(NeuronOrder.Group.DEAD, List.of(1, 4)));
    assertThat(order.groups().stream().map(NeuronShelf::heading))
        .containsExactly("frequency 1: 1 neuron", "frequency 3: 2 neurons", "dead: 2 neurons");
    assertThat(NeuronOrder.clustered(maps, 0.5)).isEqualTo(2);
    NeuronShelf shelf = NeuronShelf.of(order, 70, 40);
    for (NeuronShelf.Thumb thumb : shelf.thumbs()) {
      assertThat(shelf.at(thumb.x() + 1, thumb.y() + 1)).contains(thumb.neuron());
    }
    assertThat(shelf.between(0, shelf.height())).hasSize(5);
    assertThat(shelf.between(0, 30)).extracting(NeuronShelf.Thumb::neuron).containsExactly(3);
  }
}
