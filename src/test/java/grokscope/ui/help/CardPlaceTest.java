package grokscope.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardPlaceTest {
  /** Windows of several sizes; the card as at a text size of 1 and of 2. */
  @ParameterizedTest
  @CsvSource({
    "1024, 768, 325, 210",
    "1280, 720, 325, 210",
    "1280, 800, 325, 210",
    "1920, 1080, 650, 420",
    "1024, 768, 650, 420",
    "3840, 2160, 325, 210"
  })
  void theCardNeverCoversWhatIsFramed(double width, double height, double w, double h) {
    for (double x = 0; x < width; x += width / 8) {
      for (double y = 0; y < height; y += height / 8) {
        for (double share = 0.05; share <= 1; share += 0.19) {
          Rectangle2D target =
              new Rectangle2D(x, y, share * (width - x), Math.min(share, 0.95) * (height - y));
          CardPlace place = CardPlace.of(width, height, w, h, Optional.of(target));
          Rectangle2D frame = place.frame().orElseThrow();
          String what = target + " in " + width + " by " + height;
          assertThat(place.card().intersects(frame)).as(what).isFalse();
          assertThat(new Rectangle2D(0, 0, width, height).contains(place.card())).as(what).isTrue();
          assertThat(frame.getWidth()).as(what).isPositive();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "500, 200"})
  void withoutATargetItIsInTheMiddle(double width, double height) {
    CardPlace place = CardPlace.of(width, height, 325, 210, Optional.empty());
    assertThat(place.frame()).isEmpty();
    assertThat(place.card().getMinX() + place.card().getWidth() / 2).isEqualTo(width / 2);
    assertThat(place.card().getMinY()).isPositive();
  }
}
