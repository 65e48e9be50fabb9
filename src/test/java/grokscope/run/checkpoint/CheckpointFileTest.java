package grokscope.run.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.TestCatalog;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.Checkpoint;
import grokscope.train.loop.StoredNetwork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that is read is the one that was written; anything else is refused in words. */
class CheckpointFileTest {
  private final ConfigFormat format = new ConfigFormat(TestCatalog.catalog());
  private final RunConfig config = TestCatalog.catalog().defaults();

  @TempDir private Path folder;

  private Path written(Checkpoint checkpoint) throws Exception {
    Path file = folder.resolve("a.safetensors");
    CheckpointFile.write(file, new CheckpointFile.Stored(checkpoint, 1L << 40, 77), format);
    return file;
  }

  @Test
  void readsWhatWasWritten() throws Exception {
    for (Checkpoint.Reason reason : Checkpoint.Reason.values()) {
      RunConfig turned = TestCatalog.catalog().with(config, "optimizer.learningRate", 0.1 + 0.2);
      Checkpoint checkpoint = Checkpoints.of(config, 120, reason, 40_000).with(config, turned);
      CheckpointFile.Stored read = CheckpointFile.read(written(checkpoint), format);
      assertThat(read.metricsBytes()).isEqualTo(1L << 40);
      assertThat(read.eventsBytes()).isEqualTo(77);
      assertThat(read.checkpoint()).usingRecursiveComparison().isEqualTo(checkpoint);
    }
  }

  @Test
  void theNetworkIsReadWithTheShareOfItsMoment() throws Exception {
    RunConfig turned = TestCatalog.catalog().with(config, "data.trainFraction", 0.1 + 0.2);
    Checkpoint checkpoint = Checkpoints.of(config, 5, Checkpoint.Reason.DUE).with(config, turned);
    assertThat(CheckpointFile.network(written(checkpoint), 7, 5, config))
        .usingRecursiveComparison()
        .isEqualTo(new StoredNetwork(7, 5, config, 0.1 + 0.2, checkpoint.weights()));
    Path weights = folder.resolve("weights.safetensors");
    SafetensorsFile.write(weights, checkpoint.weights());
    assertThatThrownBy(() -> CheckpointFile.network(weights, 7, 5, config))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith(weights + ": ")
        .hasMessageContaining("is not a checkpoint of a run");
  }

  private void refused(Path file, String words) {
    assertThatThrownBy(() -> CheckpointFile.read(file, format))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(words);
    assertThat(file).exists();
  }

  @Test
  void aCutFileIsRefusedWhereverItIsCut() throws Exception {
    byte[] whole = Files.readAllBytes(written(Checkpoints.of(config, 5, Checkpoint.Reason.DUE)));
    Path cut = folder.resolve("cut.safetensors");
    for (int length : new int[] {0, 7, 8, 100}) {
      Files.write(cut, Arrays.copyOf(whole, length));
      refused(cut, "this is not a safetensors file");
    }
    for (int length : new int[] {whole.length - 20, whole.length - 1}) {
      Files.write(cut, Arrays.copyOf(whole, length));
      refused(cut, "the file was not saved or copied to its end");
    }
  }

  @Test
  void anotherFormatIsRefusedByItsNumber() throws Exception {
    Path file = written(Checkpoints.of(config, 5, Checkpoint.Reason.DUE));
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    String changed =
        text.replace("\"grokscope.checkpoint\":\"1\"", "\"grokscope.checkpoint\":\"7\"");
    Files.write(file, changed.getBytes(StandardCharsets.ISO_8859_1));
    refused(file, "a checkpoint of format 7, but this program reads format 1");
  }

  @Test
  void missingPartsAreNamed() throws Exception {
    Path file = written(Checkpoints.of(config, 5, Checkpoint.Reason.DUE));
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    for (String part : List.of("grokscope.run", "grokscope.latest", "grokscope.numbers")) {
      String without = text.replace('"' + part + '"', '"' + part.replace("grok", "brok") + '"');
      Files.write(file, without.getBytes(StandardCharsets.ISO_8859_1));
      refused(file, "the checkpoint is incomplete: it has no " + part);
    }
    Path weights = folder.resolve("weights.safetensors");
    SafetensorsFile.write(weights, List.of());
    refused(weights, "not a checkpoint of a run");
  }

  @Test
  void aHeaderBeyondItsLimitIsNeverWritten() {
    Map<String, String> texts = Map.of("long", "x".repeat(1 << 20));
    Path file = folder.resolve("long.safetensors");
    assertThatThrownBy(() -> SafetensorsFile.write(file, texts, List.of()))
        .hasMessageContaining("1 MB");
    assertThat(file).doesNotExist();
  }
}
