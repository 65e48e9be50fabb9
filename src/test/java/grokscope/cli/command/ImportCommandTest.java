package grokscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.CommandLineFixture;
import grokscope.config.Json;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that PyTorch wrote becomes a run, or a sentence and nothing on the disk. */
class ImportCommandTest {
  private static final Path FILES = Path.of("src", "test", "resources", "torch");

  @TempDir private Path home;
  private CommandLineFixture commands;

  @BeforeEach
  void open() {
    commands = new CommandLineFixture(home);
  }

  @AfterEach
  void close() {
    commands.close();
  }

  @Test
  void aListOfNetworksBecomesARunInTheFolderThatIsNamed() throws Exception {
    Path out = home.resolve("imported");
    Path file = FILES.resolve("transformer-lens-demo.pth");
    assertThat(commands.enter("import", file.toString(), "--out", out.toString(), "--quiet"))
        .isZero();
    Map<String, ?> summary = Json.read(commands.out());
    assertThat(summary.get("folder")).isEqualTo(out.toString());
    assertThat(summary.get("networks")).isEqualTo(4);
    assertThat(out.resolve("metrics.csv")).exists();
    assertThat(out.resolve("source.json")).content().contains("transformer-lens-demo.pth");
  }

  @Test
  void aFileWithOneNetworkIsRefusedAndLeavesNothing() {
    Path out = home.resolve("imported");
    Path file = FILES.resolve("mlp-shared.pt");
    assertThat(commands.enter("import", file.toString(), "--out", out.toString())).isEqualTo(2);
    assertThat(commands.err()).startsWith(file.toString()).hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void aNetworkIsNotChosenWithoutAPreset() {
    Path file = FILES.resolve("transformer-lens-demo.pth");
    assertThat(commands.enter("import", file.toString(), "--set", "model.layers=2")).isEqualTo(2);
    assertThat(commands.err()).contains("name a --preset as well").hasLineCount(1);
  }
}
