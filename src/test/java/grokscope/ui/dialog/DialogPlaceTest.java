package grokscope.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialogPlaceTest {
  @Test
  void aDialogStandsOverTheMiddleOfItsWindowAndOnTheScreen() {
    assertThat(DialogPlace.start(100, 800, 400, 0, 1280)).isEqualTo(300);
    assertThat(DialogPlace.start(-500, 800, 400, 0, 1280)).as("a window half away").isZero();
    assertThat(DialogPlace.start(1000, 800, 400, 0, 1280)).isEqualTo(880);
    assertThat(DialogPlace.start(0, 300, 1400, 0, 1280)).as("no room").isZero();
    assertThat(DialogPlace.start(1300, 800, 400, 1280, 2560)).as("on the right").isEqualTo(1500);
  }
}
