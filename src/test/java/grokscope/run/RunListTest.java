package grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.ConfigFormat;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.telemetry.StepInterval;
import grokscope.train.lab.Laboratory;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All runs of a store, as a list shows them. */
class RunListTest {
  private static final int MANY = 1000;
  private static final String SUMMARY =
      "{\"state\":\"finished\",\"steps\":300,\"memorized_at\":[58,60],\"grokked_at\":null,\"seconds\":62.5,\"steps_per_second\":212.35,\"final\":{\"train_loss\":1.0E-7,\"test_loss\":null}}\n";

  private final Laboratory laboratory = new Laboratory(4_000_000_000L);

  @TempDir private Path home;

  private RunLibrary library() {
    return new RunLibrary(home, Clock.systemUTC(), laboratory.catalog(), laboratory::metrics);
  }

  private Path folder(String name, long seed) throws Exception {
    Path folder = Files.createDirectories(home.resolve("runs").resolve(name));
    RunConfig config = laboratory.catalog().with(laboratory.catalog().defaults(), "seed", seed);
    Files.writeString(
        folder.resolve("config.json"),
        Json.page(new ConfigFormat(laboratory.catalog()).write(config)));
    return folder;
  }

  @Test
  void aFinishedRunIsListedByItsSummaryAndAnotherByItsLastLines() throws Exception {
    Path finished = folder("a", 1);
    Files.writeString(finished.resolve("summary.json"), SUMMARY);
    Path running = folder("b", 2);
    Files.writeString(
        running.resolve("events.jsonl"),
        """
        {"step":0,"event":"state","state":"running"}
        {"step":60,"event":"memorized","at":[58,60]}
        {"step":70,"event":"grokked","at":[66,68]}
        {"step":80,"event":"st\
        """);
    Files.writeString(
        running.resolve("metrics.csv"), "step,train_loss,test_loss\n0,1,2\n75,0.5,NaN\n76,0.");
    Path third = folder("c", 3);
    Files.writeString(third.resolve("remarks.json"), "{\"name\":\"the third\",\"star\":true}");
    Files.createDirectories(home.resolve("runs/d"));
    RunLibrary.Listing listing = library().list();
    assertThat(listing.runs()).extracting(run -> run.config().seed()).containsExactly(1L, 2L, 3L);
    ListedRun first = listing.runs().get(0);
    assertThat(first.state()).isEqualTo("finished");
    assertThat(first.steps()).isEqualTo(300);
    assertThat(first.memorizedAt()).contains(new StepInterval(58, 60));
    assertThat(first.generalizedAt()).isEmpty();
    assertThat(first.seconds()).hasValue(62.5);
    assertThat(first.remarks()).isEqualTo(Remarks.NONE);
    assertThat(listing.runs().get(2).remarks()).isEqualTo(new Remarks("the third", "", true));
    assertThat(listing.runs().get(2).seconds()).isEmpty();
    assertThat(first.latest()).isEqualTo(Map.of("train_loss", 1e-7));
    ListedRun second = listing.runs().get(1);
    assertThat(second.state()).isEqualTo("running");
    assertThat(second.steps()).isEqualTo(75);
    assertThat(second.generalizedAt()).contains(new StepInterval(66, 68));
    assertThat(second.latest()).isEqualTo(Map.of("train_loss", 0.5));
    assertThat(listing.runs().get(2).latest()).isEmpty();
    assertThat(listing.runs().get(2).memorizedAt()).isEqualTo(Optional.empty());
    assertThat(listing.broken())
        .containsExactly(
            new RunLibrary.Broken(
                new RunFolder(home.resolve("runs/d")),
                home.resolve("runs/d") + ": there is no run in this folder."));
  }

  /** The values at its end do not depend on whether it was ended, cut off, or is a branch. */
  @Test
  void aRunIsListedWithTheKnobsThatWereTurned() throws Exception {
    Path finished = folder("a", 1);
    Files.writeString(finished.resolve("summary.json"), SUMMARY);
    Path cutOff = folder("b", 2);
    for (Path folder : List.of(finished, cutOff)) {
      Files.writeString(
          folder.resolve("events.jsonl"),
          """
          {"step":100,"event":"branched","parent":"c"}
          {"step":100,"event":"knob","path":"optimizer.weightDecay","value":0}
          {"step":150,"event":"knob","path":"optimizer.weightDecay","value":25.0}
          """);
    }
    for (ListedRun run : library().list().runs()) {
      assertThat(run.knobs().course("optimizer.weightDecay")).containsExactly(1.0, 0.0, 25.0);
      assertThat(run.knobs().at(149).get("optimizer.weightDecay")).isEqualTo(0.0);
    }
  }

  @Test
  void aThousandRunsAreListedInASecond() throws Exception {
    String rows = "step,train_loss\n" + "123456,0.12345678901234567\n".repeat(2000);
    for (int i = 0; i < MANY; i++) {
      Path folder = folder("run-" + i, i);
      if (i % 2 == 0) {
        Files.writeString(folder.resolve("summary.json"), SUMMARY);
      } else {
        Files.writeString(folder.resolve("metrics.csv"), rows);
        Files.writeString(
            folder.resolve("events.jsonl"),
            "{\"step\":0,\"event\":\"state\",\"state\":\"running\"}\n");
      }
    }
    long quickest = Long.MAX_VALUE;
    // This thread's own time: other work on the machine must not decide.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 3; i++) {
      long before = threads.getCurrentThreadCpuTime();
      assertThat(library().list().runs()).hasSize(MANY);
      quickest = Math.min(quickest, threads.getCurrentThreadCpuTime() - before);
    }
    assertThat(TimeUnit.NANOSECONDS.toMillis(quickest)).isLessThan(1000);
  }

  @Test
  void aStoreWithoutRunsHasNone() throws Exception {
    assertThat(library().list().runs()).isEmpty();
  }
}
