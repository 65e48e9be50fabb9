package grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.ConfigFormat;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.train.lab.Laboratory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every run of a folder has a number of its own, and keeps it. */
class RunNumbersTest {
  private final Laboratory laboratory = new Laboratory(4_000_000_000L);

  @TempDir private Path home;

  private int seconds;

  /** A library of the next second, so that no folder is called like one before. */
  private RunLibrary library() {
    Clock clock =
        Clock.fixed(Instant.parse("2026-06-01T12:00:00Z").plusSeconds(seconds++), ZoneOffset.UTC);
    return new RunLibrary(home, clock, laboratory.catalog(), laboratory::metrics);
  }

  private Path old(String name) throws Exception {
    Path folder = Files.createDirectories(home.resolve("runs").resolve(name));
    Files.writeString(
        folder.resolve("config.json"),
        Json.page(new ConfigFormat(laboratory.catalog()).write(laboratory.catalog().defaults())));
    return folder;
  }

  private RunFolder recorded(RunLibrary library) throws Exception {
    try (RunWriter writer = new RunWriter(library, ProgramVersion.ofThisProgram());
        Recorder recorder = writer.record(laboratory.catalog().defaults(), RunPreset.UNKNOWN)) {
      assertThat(recorder.number()).isEqualTo(RunNumber.read(recorder.folder()));
      return recorder.folder();
    }
  }

  private static List<Integer> numbers(RunLibrary library) throws Exception {
    return library.list().runs().stream().map(run -> run.number().number()).toList();
  }

  @Test
  void olderRunsGetTheirNumbersInTheOrderOfTheirTimesAndKeepThem() throws Exception {
    Path named = old("an attempt");
    Files.setLastModifiedTime(
        named.resolve("config.json"), FileTime.from(Instant.parse("2026-02-15T12:00:00Z")));
    old("2026-03-01-000000");
    old("2026-01-01-000000");
    Files.createDirectories(home.resolve("runs/no run"));
    RunLibrary library = library();
    assertThat(library.list().runs())
        .extracting(run -> run.folder().name() + " " + run.number().number())
        .containsExactly("2026-01-01-000000 1", "2026-03-01-000000 3", "an attempt 2");
    old("2025-01-01-000000");
    assertThat(numbers(library())).containsExactly(4, 1, 3, 2);
    assertThat(RunNumber.read(recorded(library()))).isEqualTo(RunNumber.of(5));
  }

  @Test
  void theFirstRunAfterOlderOnesGetsTheNextNumber() throws Exception {
    old("2026-01-01-000000");
    old("2026-01-02-000000");
    assertThat(RunNumber.read(recorded(library())).number()).isEqualTo(3);
    assertThat(numbers(library())).containsExactly(1, 2, 3);
  }

  @Test
  void theNumberOfADeletedRunIsNotGivenAgainAndComesBackWithIt() throws Exception {
    RunLibrary library = library();
    recorded(library);
    RunFolder second = recorded(library);
    RunTrash.Trashed trashed = library.delete(second);
    assertThat(RunNumber.read(recorded(library())).number()).isEqualTo(3);
    Files.delete(home.resolve("last-run-number")); // what the trash has, is still not given again
    Files.delete(trashed.trash().resolve("lock"));
    RunFolder last = recorded(library());
    assertThat(RunNumber.read(last).number()).isEqualTo(4);
    library.undelete(trashed);
    assertThat(RunNumber.read(second).number()).isEqualTo(2);
    Files.writeString(home.resolve("last-run-number"), "what?");
    assertThat(RunNumber.read(recorded(library())).number()).isEqualTo(5);
    assertThat(new HashSet<>(numbers(library()))).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @Test
  void aCopyOfAFolderIsAnotherRun() throws Exception {
    RunFolder original = recorded(library());
    Path copy = Files.createDirectories(home.resolve("runs/zz copy"));
    for (String file : List.of("config.json", "identity.json")) {
      Files.copy(original.path().resolve(file), copy.resolve(file));
    }
    assertThat(numbers(library())).containsExactly(1, 2);
  }

  @Test
  void twoLibrariesNeverGiveOneNumberTwice() throws Exception {
    for (int i = 0; i < 3; i++) {
      old("2026-01-01-00000" + i);
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> given = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        RunLibrary library = library();
        Callable<Integer> several =
            () -> {
              int found = 0;
              for (int run = 0; run < 5; run++) {
                RunFolder made = library.folders().make();
                Files.copy(home.resolve("runs/2026-01-01-000000/config.json"), made.config());
                found += library.numbers().give(made).number() > 3 ? 1 : 0;
                library.list();
              }
              return found;
            };
        given.add(threads.submit(several));
      }
      for (Future<Integer> some : given) {
        assertThat(some.get()).isEqualTo(5);
      }
    } finally {
      threads.shutdownNow();
    }
    List<Integer> numbers = new ArrayList<>(numbers(library()));
    numbers.sort(null);
    assertThat(numbers).doesNotHaveDuplicates().hasSize(23).startsWith(1, 2, 3);
    assertThat(numbers.get(22)).isEqualTo(23);
  }

  @Test
  void aRunElsewhereHasNoNumber() throws Exception {
    try (RunWriter writer = new RunWriter(library(), ProgramVersion.ofThisProgram());
        Recorder recorder =
            writer.recordInto(
                home.resolve("elsewhere"), laboratory.catalog().defaults(), RunPreset.UNKNOWN)) {
      assertThat(recorder.number()).isEqualTo(RunNumber.NONE);
    }
    assertThat(home.resolve("elsewhere/identity.json")).doesNotExist();
  }

  @Test
  void aColorThatWasGivenIsKept() throws Exception {
    RunFolder run = recorded(library());
    library().color(run, RunNumber.read(run).withColor(7));
    assertThat(library().list().runs().get(0).number())
        .isEqualTo(new RunNumber(1, OptionalInt.of(7)));
    Files.writeString(run.identity(), "{");
    assertThat(RunNumber.read(run)).isEqualTo(RunNumber.NONE);
    assertThat(numbers(library())).containsExactly(2);
  }
}
