package grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.config.ProgramVersion;
import grokscope.train.lab.Laboratory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTrashTest {
  private final Laboratory laboratory = new Laboratory(4_000_000_000L);
  private RunLibrary library;
  private RunWriter writer;

  @TempDir private Path home;

  @BeforeEach
  void open() {
    library = new RunLibrary(home, Clock.systemUTC(), laboratory.catalog(), laboratory::metrics);
    writer = new RunWriter(library, ProgramVersion.ofThisProgram());
  }

  @AfterEach
  void close() {
    writer.close();
  }

  private RunFolder folder(String name, String content) throws Exception {
    Path path = Files.createDirectories(home.resolve("runs").resolve(name));
    Files.writeString(path.resolve("metrics.csv"), content);
    return new RunFolder(path);
  }

  @Test
  void aDeletedRunIsInTheTrashAndCanBeTakenBack() throws Exception {
    RunFolder run = folder("a", "first");
    RunTrash.Trashed trashed = library.delete(run);
    assertThat(run.path()).doesNotExist();
    assertThat(home.resolve("trash/a/metrics.csv")).hasContent("first");
    library.undelete(trashed);
    assertThat(run.metrics()).hasContent("first");
    assertThat(home.resolve("trash")).isEmptyDirectory();
  }

  @Test
  void runsOfOneNameLieBesideEachOther() throws Exception {
    RunTrash.Trashed first = library.delete(folder("a", "first"));
    RunTrash.Trashed second = library.delete(folder("a", "second"));
    assertThat(second.trash()).isEqualTo(home.resolve("trash/a-2"));
    library.undelete(second);
    assertThatThrownBy(() -> library.undelete(first))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("stays in the trash");
    assertThat(home.resolve("runs/a/metrics.csv")).hasContent("second");
    assertThat(first.trash().resolve("metrics.csv")).hasContent("first");
  }

  @Test
  void aRunThatIsBeingWrittenStaysWhereItIs() throws Exception {
    Recorder recorder = writer.record(laboratory.catalog().defaults(), RunPreset.UNKNOWN);
    assertThatThrownBy(() -> library.delete(recorder.folder()))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("is being written by this program");
    assertThat(recorder.folder().config()).exists();
    recorder.close();
    library.delete(recorder.folder());
    assertThat(recorder.folder().path()).doesNotExist();
  }

  @Test
  void whatIsGoneCannotBeDeleted() {
    RunFolder gone = new RunFolder(home.resolve("runs/gone"));
    assertThatThrownBy(() -> library.delete(gone))
        .isInstanceOf(InvalidConfig.class)
        .hasMessage(gone.path() + ": the folder no longer exists.");
    assertThat(home.resolve("trash")).doesNotExist();
  }
}
