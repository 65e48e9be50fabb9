package grokscope.ui.picture.activation;

import grokscope.measure.fourier.FourierBasis;
import grokscope.telemetry.snapshot.NeuronMaps;
import grokscope.text.NumberText;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.ColorKey;
import grokscope.ui.picture.paint.PairGrid;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PixelImage;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/** Draws one neuron large, with its numbers. FX thread only. */
final class NeuronProfile {
  private static final double LINE = 15;
  private static final double COLUMN = 52;

  /** Narrower than this beside the map, the numbers stand below it. */
  private static final double NUMBERS = 4 * COLUMN;

  private final PixelImage image = new PixelImage();

  /** Where the map of a neuron lies. */
  static PairGrid grid(NeuronMaps maps, Rectangle2D place) {
    return PairGrid.of(
        maps.side(), place.getWidth() - NUMBERS, place.getHeight() - ColorKey.HEIGHT);
  }

  void draw(
      Pen pen,
      PictureColors pictureColors,
      Rectangle2D place,
      NeuronMaps maps,
      Optional<FourierBasis> basis) {
    PairGrid grid = grid(maps, place);
    int neuron = maps.neuron();
    double low = maps.low()[neuron];
    double range = Math.max(Double.MIN_NORMAL, maps.high()[neuron] - low);
    int side = maps.side();
    pen.drawImage(
        image.fill(
            side,
            side,
            (x, y) -> {
              float value = maps.map()[x * side + side - 1 - y];
              return Float.isNaN(value) ? 0 : ColorMap.SEQUENTIAL.argb((value - low) / range);
            }),
        grid.left(),
        grid.top(),
        grid.size(),
        grid.size());
    grid.label(pen, pictureColors);
    new ColorKey(
            ColorMap.SEQUENTIAL,
            NumberText.threeDigits(low),
            NumberText.threeDigits(maps.high()[neuron]))
        .draw(
            pen, pictureColors, grid.left() + grid.size() / 2, place.getHeight() - ColorKey.HEIGHT);
    writeNumbers(pen, pictureColors, place.getWidth() - NUMBERS + 8, maps, basis);
  }

  private static void writeNumbers(
      Pen pen,
      PictureColors pictureColors,
      double x,
      NeuronMaps maps,
      Optional<FourierBasis> basis) {
    int neuron = maps.neuron();
    int frequency = maps.frequency()[neuron];
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFill(pictureColors.text());
    pen.fillText("neuron " + neuron, x, LINE);
    pen.setFill(pictureColors.muted());
    pen.fillText(
        "from "
            + NumberText.threeDigits(maps.low()[neuron])
            + " to "
            + NumberText.threeDigits(maps.high()[neuron]),
        x,
        2 * LINE);
    if (frequency > 0) {
      pen.fillText("frequency " + frequency, x, 3 * LINE);
      String what = maps.squared() ? " of what it squares" : " of its variance";
      pen.fillText(NumberText.perCent(maps.explained()[neuron]) + what, x, 4 * LINE);
      basis.ifPresent(known -> writeBlock(pen, x, NeuronBlock.of(known, maps.map(), frequency)));
    }
  }

  private static void writeBlock(Pen pen, double x, NeuronBlock block) {
    pen.fillText("a ↓  b →", x, 5.5 * LINE);
    pen.setTextAlign(TextAlignment.RIGHT);
    for (int i = 0; i < NeuronBlock.NAMES.length; i++) {
      pen.fillText(NeuronBlock.NAMES[i], x + 28 + (i + 1) * (COLUMN - 6), 6.5 * LINE);
      pen.fillText(NeuronBlock.NAMES[i], x + 22, (7.5 + i) * LINE);
      for (int j = 0; j < NeuronBlock.NAMES.length; j++) {
        pen.fillText(
            NumberText.threeDigits(block.coefficients()[i][j]),
            x + 28 + (j + 1) * (COLUMN - 6),
            (7.5 + i) * LINE);
      }
    }
    pen.setTextAlign(TextAlignment.CENTER);
  }
}
