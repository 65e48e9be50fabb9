package grokscope.run.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.ConfigFormat;
import grokscope.config.RunConfig;
import grokscope.config.TestCatalog;
import grokscope.telemetry.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which checkpoints are there, and which go when space runs short. */
class CheckpointFolderTest {
  private final ConfigFormat format = new ConfigFormat(TestCatalog.catalog());
  private final RunConfig config = TestCatalog.catalog().defaults();

  @TempDir private Path home;

  private List<Integer> steps(long budget, int... steps) throws Exception {
    Path path = home.resolve("checkpoints");
    CheckpointFolder folder = new CheckpointFolder(path, format, budget);
    for (int step : steps) {
      Checkpoint.Reason reason = step == 101 ? Checkpoint.Reason.MEMORIZED : Checkpoint.Reason.DUE;
      Checkpoint checkpoint = Checkpoints.of(config, step, reason, 20_000); // 160 kB and a header
      folder.write(new CheckpointFile.Stored(checkpoint, 0, 0));
    }
    return CheckpointFolder.list(path).stream().map(CheckpointEntry::step).toList();
  }

  @Test
  void theDensestNeighborsGoAndTheFirstTheLastAndEventsStay() throws Exception {
    // Gaps around each, compared with the step: 10: 51/1, 50: 101/11, 100: 102/51, 102: 111/102,
    // and 110: 201/103. So 102 goes, then 100 (102/51 = 2 against 110's 201/102 = 1.97: 110 first).
    assertThat(steps(165_000 * 6, 0, 10, 50, 100, 101, 102, 110))
        .containsExactly(0, 10, 50, 100, 101, 110);
    assertThat(steps(165_000 * 6, 200)).containsExactly(0, 10, 50, 100, 101, 200);
    assertThat(steps(1, 300)).containsExactly(0, 101, 300);
  }

  @Test
  void oneOfTheSameStepTakesThePlace() throws Exception {
    CheckpointFolder folder = new CheckpointFolder(home, format, CheckpointFolder.BUDGET);
    for (Checkpoint.Reason reason :
        List.of(
            Checkpoint.Reason.DUE, Checkpoint.Reason.GENERALIZED, Checkpoint.Reason.GENERALIZED)) {
      folder.write(new CheckpointFile.Stored(Checkpoints.of(config, 1_000_000_000, reason), 0, 0));
    }
    assertThat(CheckpointFolder.list(home)).hasSize(1);
    CheckpointEntry entry = CheckpointFolder.list(home).get(0);
    assertThat(entry.step()).isEqualTo(1_000_000_000);
    assertThat(entry.reason()).isEqualTo(Checkpoint.Reason.GENERALIZED);
    assertThat(entry.bytes()).isEqualTo(Files.size(entry.file()));
    assertThat(entry.network(1, config).weights()).hasSize(1);
  }

  @Test
  void otherFilesAreLeftAlone() throws Exception {
    for (String name : List.of("step-1.safetensors", "step-000000001-other.safetensors", "a")) {
      Files.writeString(home.resolve(name), "");
    }
    assertThat(CheckpointFolder.list(home)).isEmpty();
    assertThat(CheckpointFolder.list(home.resolve("none"))).isEmpty();
  }
}
