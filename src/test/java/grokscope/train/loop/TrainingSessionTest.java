package grokscope.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.LiveThreads;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.task.IdxBytes;
import grokscope.telemetry.RunFeed;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.lab.Laboratory;
import grokscope.train.look.CircuitMoment;
import grokscope.train.look.NetworkReport;
import grokscope.train.loop.RunRequest.Until;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TrainingSessionTest {
  private final Laboratory laboratory = new Laboratory(4_000_000_000L);
  private final Endings endings = new Endings();

  private static final class Endings implements RunListener {
    private final BlockingQueue<RunSummary> summaries = new LinkedBlockingQueue<>();

    @Override
    public void onEnd(RunSummary summary) {
      summaries.add(summary);
    }

    RunSummary next() throws InterruptedException {
      return summaries.poll(50, TimeUnit.SECONDS);
    }
  }

  private RunConfig config(long steps) throws InvalidConfig {
    Catalog catalog = laboratory.catalog();
    RunConfig config = catalog.with(catalog.defaults(), "task.modulus", 7L);
    return catalog.with(config, "steps", steps);
  }

  @Test
  void aNewRunStopsTheOneInProgressAndTheFeedCarriesBoth() throws Exception {
    RunFeed feed = new RunFeed();
    try (TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(2))) {
      long first = session.start(RunRequest.of(config(100_000_000)), List.of(feed, endings));
      long second = session.start(RunRequest.of(config(5)), List.of(feed, endings));
      assertThat(endings.next())
          .extracting(RunSummary::run, RunSummary::state)
          .containsExactly(first, RunState.STOPPED);
      assertThat(endings.next())
          .extracting(RunSummary::run, RunSummary::state)
          .containsExactly(second, RunState.FINISHED);
      assertThat(feed.drainSamples()).extracting(Sample::run).contains(second);
      assertThat(feed.status().state()).isEqualTo(RunState.FINISHED);
    }
  }

  @Test
  void readingIsFollowedAndStopEndsIt(@TempDir Path folder) throws Exception {
    IdxBytes.writeTrainingPair(folder, 1000, 4);
    Catalog catalog = laboratory.catalog();
    RunConfig config = catalog.with(catalog.defaults(), "task.type", "images");
    config = catalog.with(config, "task.source", "folder");
    config = catalog.with(config, "task.folder", folder.toString());
    catalog.check(config);
    List<RunStatus> heard = new ArrayList<>();
    try (TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(1))) {
      RunListener stopping =
          new Following(
              status -> {
                heard.add(status);
                if (status.prepared() > 0.5) {
                  session.send(new Command.Stop());
                }
              });
      session.start(RunRequest.of(config), List.of(stopping, endings));
      assertThat(endings.next())
          .extracting(RunSummary::state, RunSummary::steps)
          .containsExactly(RunState.STOPPED, 0);
    }
    assertThat(heard).extracting(RunStatus::prepared).containsExactly(0.0, 0.256, 0.512, 0.0);
    assertThat(heard.get(1).message()).isEqualTo("reading images");
    assertThat(heard)
        .extracting(RunStatus::state)
        .containsExactly(
            RunState.PREPARING, RunState.PREPARING, RunState.PREPARING, RunState.STOPPED);
  }

  /** Hears the latest word only. */
  private record Following(Consumer<RunStatus> words) implements RunListener {

    @Override
    public void onStatus(RunStatus status) {
      words.accept(status);
    }
  }

  @Test
  void anUnusableBackendFailsTheRunInWordsAndTheSessionGoesOn() throws Exception {
    boolean[] broken = {true};
    try (TrainingSession session =
        new TrainingSession(
            laboratory,
            () -> {
              if (broken[0]) {
                throw new IllegalStateException("no such processor");
              }
              return new CpuBackend(1);
            })) {
      session.start(RunRequest.of(config(5)), List.of(endings));
      RunSummary failed = endings.next();
      assertThat(failed.state()).isEqualTo(RunState.FAILED);
      assertThat(failed.message()).isEqualTo("no such processor");
      broken[0] = false;
      session.start(RunRequest.of(config(5)), List.of(endings));
      assertThat(endings.next().state()).isEqualTo(RunState.FINISHED);
    }
  }

  @Test
  void closingStopsTheRunWithinTwoSecondsAndLeavesNoThread() throws Exception {
    TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(2));
    session.start(RunRequest.of(config(100_000_000)), List.of(endings));
    long start = System.nanoTime();
    session.close();
    assertThat(System.nanoTime() - start).isLessThan(2_500_000_000L);
    assertThat(endings.next().state()).isEqualTo(RunState.STOPPED);
    assertThat(LiveThreads.named("trainer", 0)).isEmpty();
  }

  private static <A> void ask(
      TrainingSession session, Question<A> question, Queue<A> found, Queue<String> refused) {
    session.send(
        new Command.Ask<>(
            question,
            answer ->
                answer.found().ifPresentOrElse(found::add, () -> refused.add(answer.refusal()))));
  }

  @Test
  void showsTheNetworkDuringARunAndAfterIt() throws Exception {
    try (TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(1))) {
      BlockingQueue<String> refused = new LinkedBlockingQueue<>();
      BlockingQueue<Snapshot> seen = new LinkedBlockingQueue<>();
      SnapshotRequest snapshotRequest = SnapshotRequest.at(SnapshotPart.ANSWERS);
      long run = session.start(new RunRequest(config(40), true, Until.STEPS), List.of(endings));
      ask(session, new Question.Show(snapshotRequest), seen, refused);
      Snapshot before = seen.poll(20, TimeUnit.SECONDS);
      assertThat(before.step()).isZero();
      assertThat(before.run()).isEqualTo(run);
      assertThat(before.answers().orElseThrow().side()).isEqualTo(7);
      session.send(new Command.Resume());
      endings.next();
      ask(session, new Question.Show(snapshotRequest), seen, refused);
      assertThat(seen.poll(20, TimeUnit.SECONDS).step()).isEqualTo(40);
      long next = session.start(new RunRequest(config(10), false, Until.STEPS), List.of(endings));
      endings.next();
      ask(session, new Question.Show(snapshotRequest), seen, refused);
      ask(session, new Question.Show(snapshotRequest), seen, refused);
      assertThat(seen.poll(20, TimeUnit.SECONDS).run()).isEqualTo(next);
      assertThat(seen.poll(20, TimeUnit.SECONDS).run()).isEqualTo(next);
    }
  }

  /** The weights of step 40, looked at while another run is on its way, and after it. */
  @Test
  void showsANetworkOfAnEarlierMoment() throws Exception {
    try (TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(1))) {
      BlockingQueue<Snapshot> seen = new LinkedBlockingQueue<>();
      BlockingQueue<String> refused = new LinkedBlockingQueue<>();
      SnapshotRequest snapshotRequest =
          new SnapshotRequest(Set.of(SnapshotPart.ANSWERS, SnapshotPart.WEIGHTS), 0, 0, 0);
      long run = session.start(new RunRequest(config(40), false, Until.STEPS), List.of(endings));
      endings.next();
      ask(session, new Question.Show(snapshotRequest), seen, refused);
      Snapshot live = seen.poll(20, TimeUnit.SECONDS);
      StoredNetwork then = new StoredNetwork(run, 40, config(40), live.weights());
      session.start(new RunRequest(config(7), true, Until.STEPS), List.of(endings));
      ask(session, new Question.ShowStored(then, snapshotRequest), seen, refused);
      Snapshot again = seen.poll(20, TimeUnit.SECONDS);
      assertThat(again.step()).isEqualTo(40);
      assertThat(again.run()).isEqualTo(run);
      assertThat(again.answers().orElseThrow().answers().probability())
          .isEqualTo(live.answers().orElseThrow().answers().probability());
      session.send(new Command.Resume());
      assertThat(endings.next().steps()).isEqualTo(7);
      StoredNetwork cut = new StoredNetwork(0, 0, config(40), live.weights().subList(1, 3));
      ask(session, new Question.ShowStored(cut, snapshotRequest), seen, refused);
      assertThat(refused.poll(20, TimeUnit.SECONDS)).startsWith("the file has no ").endsWith(".");
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void aNetworkThatCannotBeLookedAtEndsTheQuestionAndNotTheRun() throws Exception {
    try (TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(1))) {
      BlockingQueue<NetworkReport> reports = new LinkedBlockingQueue<>();
      BlockingQueue<String> refused = new LinkedBlockingQueue<>();
      session.start(new RunRequest(config(7), true, Until.STEPS), List.of(endings));
      Catalog catalog = laboratory.catalog();
      RunConfig pictures = catalog.with(config(7), "task.type", "images");
      pictures = catalog.with(pictures, "task.source", "folder"); // and none is chosen
      ask(
          session,
          new Question.Report(new StoredNetwork(0, 0, pictures, List.of())),
          reports,
          refused);
      assertThat(refused.poll(20, TimeUnit.SECONDS)).contains("no folder is chosen");
      ask(
          session,
          new Question.Report(new StoredNetwork(0, 0, config(7), List.of())),
          reports,
          refused);
      assertThat(refused.poll(20, TimeUnit.SECONDS)).startsWith("the file has no ");
      session.send(new Command.Resume());
      assertThat(endings.next().steps()).isEqualTo(7);
      assertThat(reports).isEmpty();
    }
  }

  @Test
  void readsTheCircuitOfAnEarlierNetworkBesideARunAndAfterIt() throws Exception {
    try (TrainingSession session = new TrainingSession(laboratory, () -> new CpuBackend(1))) {
      BlockingQueue<Snapshot> seen = new LinkedBlockingQueue<>();
      BlockingQueue<CircuitMoment> read = new LinkedBlockingQueue<>();
      BlockingQueue<NetworkReport> reports = new LinkedBlockingQueue<>();
      BlockingQueue<String> refused = new LinkedBlockingQueue<>();
      session.start(RunRequest.of(config(40)), List.of(endings));
      double measured = endings.next().finalValues().get("restricted_loss");
      ask(session, new Question.Show(SnapshotRequest.at(SnapshotPart.WEIGHTS)), seen, refused);
      List<Tensor> weights = seen.poll(20, TimeUnit.SECONDS).weights();
      StoredNetwork then = new StoredNetwork(1, 40, config(40), weights);
      session.start(new RunRequest(config(7), true, Until.STEPS), List.of(endings));
      ask(session, new Question.ReadCircuit(then, List.of()), read, refused);
      CircuitMoment own = read.poll(20, TimeUnit.SECONDS);
      assertThat(own.step()).isEqualTo(40);
      assertThat(own.curves().restricted().all().loss()).isEqualTo(measured);
      session.send(new Command.Resume());
      assertThat(endings.next().steps()).isEqualTo(7);
      ask(session, new Question.ReadCircuit(then, own.keys()), read, refused);
      assertThat(read.poll(20, TimeUnit.SECONDS)).isEqualTo(own);
      ask(session, new Question.Report(then), reports, refused);
      assertThat(reports.poll(20, TimeUnit.SECONDS).circuit().orElseThrow().keyFrequencies())
          .isEqualTo(own.keys());
      StoredNetwork all = new StoredNetwork(0, 0, config(40), 1.0, weights);
      ask(session, new Question.Report(all), reports, refused);
      assertThat(refused.poll(20, TimeUnit.SECONDS)).contains("leaves one side empty");
      StoredNetwork cut = new StoredNetwork(0, 0, config(40), weights.subList(1, 3));
      ask(session, new Question.Report(cut), reports, refused);
      assertThat(refused.poll(20, TimeUnit.SECONDS)).startsWith("the file has no ").endsWith(".");
    }
  }
}
