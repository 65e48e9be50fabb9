package grokscope.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class WindowKeyTest {
  private static KeyEvent press(KeyCode code, String text, boolean shift, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", text, code, shift, control, false, false);
  }

  @Test
  void everyCombinationBelongsToOneKey() {
    assertThat(WindowKey.of(press(KeyCode.SPACE, " ", false, false))).hasValue(WindowKey.RUN);
    assertThat(WindowKey.of(press(KeyCode.F1, "", false, false))).hasValue(WindowKey.HELP);
    assertThat(WindowKey.of(press(KeyCode.MINUS, "?", true, false))).hasValue(WindowKey.HELP);
    assertThat(WindowKey.of(press(KeyCode.R, "r", false, true))).hasValue(WindowKey.RESTART);
    assertThat(WindowKey.TAB.which(press(KeyCode.DIGIT3, "3", false, true))).isEqualTo(2);
  }

  @Test
  void aPlainLetterIsNoKey() {
    Stream<KeyCode> letters = Arrays.stream(KeyCode.values()).filter(KeyCode::isLetterKey);
    assertThat(letters)
        .allSatisfy(
            letter ->
                assertThat(WindowKey.of(press(letter, letter.getName(), false, false))).isEmpty());
  }

  @Test
  void everyKeyIsWrittenOnceAndIsInAGroup() {
    List<String> written = Arrays.stream(WindowKey.values()).map(WindowKey::keys).toList();
    assertThat(written).doesNotHaveDuplicates().noneMatch(String::isBlank);
    assertThat(Arrays.stream(WindowKey.Group.values()).flatMap(group -> group.keys().stream()))
        .containsExactlyInAnyOrder(WindowKey.values());
  }
}
