package grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemarksTest {
  @TempDir private Path path;

  private RunFolder folder() {
    return new RunFolder(path);
  }

  static Stream<String> names() {
    return Stream.of(
        "../../etc/passwd",
        "a/b\\c",
        "..",
        "C:",
        "\uD83E\uDDE0 \uD83D\uDC4D",
        "x".repeat(300),
        "\"{");
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameIsOnlyText(String name) throws Exception {
    Remarks remarks = new Remarks(name, "first line\nsecond line", true);
    remarks.write(folder());
    assertThat(Remarks.read(folder())).isEqualTo(remarks);
    assertThat(remarks.name()).isEqualTo(name);
    try (Stream<Path> files = Files.list(path)) {
      assertThat(files).containsExactly(path.resolve("remarks.json"));
    }
  }

  @Test
  void aNameIsOneLineAndEndsSomewhere() {
    assertThat(new Remarks(" a\r\nb\n", "", false).name()).isEqualTo("a b");
    String brains = "x" + "\uD83E\uDDE0".repeat(600);
    String cut = new Remarks(brains, "", false).name();
    assertThat(cut).isEqualTo("x" + "\uD83E\uDDE0".repeat(499));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"name\": 3, \"note\": [], \"star\": \"yes\"}"})
  void aBrokenFileSaysNothing(String text) throws Exception {
    Files.writeString(path.resolve("remarks.json"), text);
    assertThat(Remarks.read(folder())).isEqualTo(Remarks.NONE);
  }

  @Test
  void whatIsUnderstoodOfAFileCounts() throws Exception {
    Files.writeString(
        path.resolve("remarks.json"), "{\"note\": \"x\", \"later\": {}, \"name\": 1}");
    assertThat(Remarks.read(folder())).isEqualTo(new Remarks("", "x", false));
  }

  @Test
  void withoutItsFolderNothingIsWritten() {
    RunFolder gone = new RunFolder(path.resolve("gone"));
    assertThatThrownBy(() -> Remarks.NONE.write(gone))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith(gone.path().resolve("remarks.json") + ": the remarks cannot be");
    assertThat(gone.path()).doesNotExist();
  }
}
