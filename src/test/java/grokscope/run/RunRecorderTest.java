package grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import grokscope.config.Catalog;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.checkpoint.Checkpoints;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.Sample;
import grokscope.train.lab.Laboratory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording while the disk does not do what it should. */
class RunRecorderTest {
  private static final List<Metric> METRICS = List.of(new Metric("train_loss", "", ""));

  private static final RunWriter.Length AS_LONG = (began, done) -> began.steps();

  private final Catalog catalog = new Laboratory(8L << 30).catalog();
  private final RunConfig config = catalog.defaults();

  @TempDir private Path home;
  private RunWriter store;
  private boolean mounted;

  @BeforeEach
  void open() {
    store = writer();
  }

  private RunWriter writer() {
    return new RunWriter(
        new RunLibrary(home, Clock.systemUTC(), catalog, config -> METRICS),
        ProgramVersion.ofThisProgram());
  }

  @AfterEach
  void close() throws Exception {
    store.close();
    if (mounted) {
      command("umount", home.toString());
    }
  }

  private static boolean command(String... words) throws Exception {
    try {
      return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  @Test
  void aFullDiskLosesNoLineAndDamagesNothing() throws Exception {
    mounted = command("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", home.toString());
    assumeThat(mounted).as("this user may mount a small file system").isTrue();
    Recorder recorder = store.recordInto(home.resolve("run"), config, RunPreset.UNKNOWN);
    List<String> rows = new ArrayList<>(List.of("step,train_loss"));
    sample(recorder, rows, 0);
    recorder.onCheckpoint(Checkpoints.of(config, 0, Checkpoint.Reason.DUE));
    store.settle();
    assertThat(recorder.problem()).isEmpty();
    Path first = recorder.folder().listCheckpoints().get(0).file();
    byte[] before = Files.readAllBytes(first);

    Path filling = home.resolve("filling");
    fill(filling);
    for (int step = 1; step < 400; step++) { // more than fits the page that is begun
      sample(recorder, rows, step);
    }
    recorder.onCheckpoint(Checkpoints.of(config, 399, Checkpoint.Reason.DUE, 2000));
    store.settle();
    assertThat(recorder.problem())
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .startsWith(recorder.folder().path() + ": some of this run could")
                    .contains("No space left"));
    assertThat(recorder.folder().listCheckpoints()).hasSize(1);
    assertThat(first).hasBinaryContent(before);
    assertThat(Files.readString(recorder.folder().metrics())).endsWith("\n");

    Files.delete(filling);
    sample(recorder, rows, 400);
    recorder.onCheckpoint(Checkpoints.of(config, 400, Checkpoint.Reason.DUE));
    store.settle();
    assertThat(recorder.problem()).isEmpty();
    assertThat(Files.readAllLines(recorder.folder().metrics())).isEqualTo(rows);
    assertThat(recorder.folder().listCheckpoints())
        .extracting(CheckpointEntry::step)
        .containsExactly(0, 400);
    recorder.close();
  }

  @Test
  void aFolderThatTakesNoCheckpointStillGetsItsLines() throws Exception {
    Recorder recorder = store.recordInto(home.resolve("run"), config, RunPreset.UNKNOWN);
    List<String> rows = new ArrayList<>(List.of("step,train_loss"));
    Path checkpoints = Files.writeString(recorder.folder().checkpoints(), "not a folder");
    recorder.onCheckpoint(Checkpoints.of(config, 0, Checkpoint.Reason.DUE));
    sample(recorder, rows, 1);
    store.settle();
    assertThat(recorder.problem()).isPresent();
    assertThat(Files.readAllLines(recorder.folder().metrics())).isEqualTo(rows);
    Files.delete(checkpoints);
    recorder.onCheckpoint(Checkpoints.of(config, 2, Checkpoint.Reason.DUE));
    store.settle();
    assertThat(recorder.problem()).isEmpty();
    recorder.close();
  }

  @Test
  void aCheckpointWithoutItsRunIsNotWritten() throws Exception {
    Recorder recorder = store.recordInto(home.resolve("run"), config, RunPreset.UNKNOWN);
    List<RunEvent.CheckpointKept> told = new CopyOnWriteArrayList<>();
    recorder.onCheckpoint(told::add);
    sample(recorder, new ArrayList<>(), 0);
    store.settle();
    Files.move(home.resolve("run"), home.resolve("elsewhere"));
    recorder.onCheckpoint(Checkpoints.of(config, 0, Checkpoint.Reason.ASKED));
    store.settle();
    assertThat(recorder.problem())
        .hasValueSatisfying(words -> assertThat(words).endsWith("the folder of the run is gone."));
    assertThat(told).isEmpty();
    assertThat(home.resolve("run")).doesNotExist();
    recorder.close();
  }

  @Test
  void aCheckpointIsToldWhenItIsOnDisk() throws Exception {
    Recorder recorder = store.recordInto(home.resolve("run"), config, RunPreset.UNKNOWN);
    List<String> threads = new CopyOnWriteArrayList<>();
    List<RunEvent.CheckpointKept> told = new CopyOnWriteArrayList<>();
    recorder.onCheckpoint(
        kept -> {
          threads.add(Thread.currentThread().getName() + Files.exists(kept.file()));
          told.add(kept);
        });
    recorder.onEvent(new RunEvent.StateChanged(7, 0, RunState.RUNNING, ""));
    recorder.onCheckpoint(Checkpoints.of(config, 3, Checkpoint.Reason.DUE));
    recorder.onCheckpoint(Checkpoints.of(config, 3, Checkpoint.Reason.ASKED));
    recorder.close();
    assertThat(threads).containsExactly("iotrue", "iotrue");
    Path due = recorder.folder().checkpoints().resolve("step-000000003.safetensors");
    CheckpointEntry asked = recorder.folder().listCheckpoints().get(0);
    assertThat(told).extracting(RunEvent.CheckpointKept::file).containsExactly(due, asked.file());
    assertThat(told.get(1))
        .isEqualTo(
            new RunEvent.CheckpointKept(
                7, 3, Checkpoint.Reason.ASKED, asked.file(), asked.bytes(), List.of(due)));
    assertThat(recorder.folder().events())
        .hasContent("{\"step\":0,\"event\":\"state\",\"state\":\"running\"}");
  }

  @Test
  void twoProgramsDoNotWriteOneRun() throws Exception {
    Path folder = home.resolve("run");
    Recorder recorder = store.recordInto(folder, config, RunPreset.UNKNOWN);
    assertThatThrownBy(() -> store.resume(folder, AS_LONG))
        .hasMessage(folder + ": the run in it is being written by this program.");
    try (RunWriter other = writer()) {
      assertThatThrownBy(() -> other.resume(folder, AS_LONG))
          .hasMessage(
              folder
                  + ": the run in it is being written by another program, process "
                  + ProcessHandle.current().pid()
                  + ".");
    }
    recorder.close();
    ContinuedRun run = store.resume(folder, AS_LONG);
    assertThat(run.request().config()).isEqualTo(config);
    run.recorder().close();
  }

  private static void sample(Recorder recorder, List<String> rows, int step) {
    recorder.onSample(new Sample(1, step, new double[] {1.0 / (step + 3)}));
    rows.add(step + "," + 1.0 / (step + 3));
  }

  private static void fill(Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      byte[] block = new byte[1024];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }
}
