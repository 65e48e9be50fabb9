package grokscope.ui.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void plotsAreAlignedEquallyLargeAndInside() {
    Frame frame = Frame.of(960, 640, 3);
    Rectangle2D first = frame.plots().get(0);
    for (Rectangle2D plot : frame.plots()) {
      assertThat(plot.getMinX()).isEqualTo(first.getMinX());
      assertThat(plot.getWidth()).isEqualTo(first.getWidth());
      assertThat(plot.getHeight()).isEqualTo(first.getHeight());
    }
    assertThat(frame.bottom() + Frame.BOTTOM).isLessThanOrEqualTo(640);
    assertThat(frame.headerTop(1)).isGreaterThanOrEqualTo(first.getMaxY());
  }
}
