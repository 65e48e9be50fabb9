package grokscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class RecentFilesTest {
  private final RecentFiles recent = new RecentFiles(new SimpleObjectProperty<>(List.of()), 3);

  private static String absolute(String name) {
    return Path.of(name).toAbsolutePath().toString();
  }

  @Test
  void theLatestComesFirstAndNoneTwice() {
    for (String name : List.of("a", "b", "x/../a", "c", "d")) {
      recent.opened(Path.of(name));
    }
    assertThat(recent.all()).containsExactly(absolute("d"), absolute("c"), absolute("a"));
    recent.forget(absolute("c"));
    assertThat(recent.all()).containsExactly(absolute("d"), absolute("a"));
  }
}
