package grokscope.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.run.RunFolder;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunEvent;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.StoredNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeCursorTest {
  private static final RunConfig CONFIG = new Laboratory(8L << 30).catalog().defaults();
  private static final RunFolder FOLDER = new RunFolder(Path.of("run"));
  private static final long SECOND = 1_000_000_000;

  /** An archive that answers when a test says so. */
  private static final class Shelf implements Archive {
    final List<Consumer<List<CheckpointEntry>>> lists = new ArrayList<>();
    final List<Integer> read = new ArrayList<>();
    final List<Runnable> replies = new ArrayList<>();
    final List<Consumer<String>> refusals = new ArrayList<>();

    @Override
    public void list(RunFolder run, Consumer<List<CheckpointEntry>> done) {
      lists.add(done);
    }

    @Override
    public void read(
        CheckpointEntry entry,
        long run,
        RunConfig config,
        Consumer<StoredNetwork> done,
        Consumer<String> refused) {
      read.add(entry.step());
      replies.add(() -> done.accept(new StoredNetwork(run, entry.step(), config, List.of())));
      refusals.add(refused);
    }

    void reply() {
      replies.get(replies.size() - 1).run();
    }
  }

  private final Shelf shelf = new Shelf();
  private final Timeline timeline = new Timeline(shelf);
  private final TimeCursor timeCursor = new TimeCursor(timeline, shelf);

  private static List<CheckpointEntry> entries(int... steps) {
    List<CheckpointEntry> entries = new ArrayList<>();
    for (int step : steps) {
      entries.add(new CheckpointEntry(step, Checkpoint.Reason.DUE, Path.of("step-" + step), 1000));
    }
    return entries;
  }

  private void begin(long run) {
    timeline.begin(run, CONFIG, Optional.of(FOLDER));
    timeCursor.begin();
  }

  private void list(int... steps) {
    shelf.lists.get(shelf.lists.size() - 1).accept(entries(steps));
    timeline.frame(steps.length == 0 ? 0 : steps[steps.length - 1], true, 0);
  }

  private int seenStep() {
    return timeCursor.source().network().map(StoredNetwork::step).orElse(-1);
  }

  @BeforeEach
  void aRunIsShown() {
    begin(1);
    list(0, 10, 100);
  }

  @Test
  void theRunAsItIsNowNeedsNoCheckpoint() {
    assertThat(timeCursor.source().live()).isTrue();
    assertThat(timeCursor.pinned()).isFalse();
    assertThat(shelf.read).isEmpty();
  }

  @Test
  void theNearestCheckpointIsReadAndShownWhenItHasCome() {
    timeCursor.pin(60);
    assertThat(shelf.read).containsExactly(100);
    assertThat(timeCursor.source().network()).isEmpty();
    assertThat(timeCursor.source().live()).isFalse();
    shelf.reply();
    assertThat(seenStep()).isEqualTo(100);
    timeCursor.live();
    assertThat(timeCursor.source().live()).isTrue();
  }

  @Test
  void whatIsNotWantedAnyMoreIsDroppedAndOneIsReadAtATime() {
    timeCursor.pin(0);
    timeCursor.pin(10);
    timeCursor.pin(100);
    assertThat(shelf.read).containsExactly(0);
    shelf.reply();
    assertThat(shelf.read).containsExactly(0, 100);
    assertThat(seenStep()).isEqualTo(-1);
    shelf.reply();
    assertThat(seenStep()).isEqualTo(100);
  }

  @Test
  void anUnreadableCheckpointSaysWhy() {
    timeCursor.pin(0);
    shelf.refusals.get(0).accept("It is cut short.");
    assertThat(timeCursor.source().missing()).isEqualTo("It is cut short.");
    timeCursor.pin(10);
    shelf.reply();
    assertThat(timeCursor.source().missing()).isEmpty();
    assertThat(seenStep()).isEqualTo(10);
  }

  @Test
  void aNetworkWithoutStepsIsSeenUntilARunBegins() {
    timeline.begin(new StoredNetwork(-1, 0, CONFIG, List.of()), "weights of a.safetensors");
    timeCursor.begin();
    assertThat(timeCursor.source().source()).isEqualTo("weights of a.safetensors");
    assertThat(timeCursor.source().network()).map(StoredNetwork::run).contains(-1L);
    timeCursor.pin(10);
    assertThat(timeCursor.pinned()).isFalse();
    begin(2);
    assertThat(timeCursor.source().live()).isTrue();
  }

  @Test
  void aStoredRunIsSeenAtItsLastCheckpoint() {
    begin(-1);
    assertThat(timeCursor.source().missing()).isEmpty();
    list(0, 10);
    assertThat(timeCursor.pinned()).isFalse();
    shelf.reply();
    assertThat(seenStep()).isEqualTo(10);
    begin(-2);
    list();
    assertThat(timeCursor.source().missing()).startsWith("This run has no saved checkpoints");
  }

  @Test
  void peekingEndsWhereItBegan() {
    timeCursor.pin(10);
    shelf.reply();
    timeCursor.peek(90);
    shelf.reply();
    assertThat(seenStep()).isEqualTo(100);
    assertThat(timeCursor.pinned()).isTrue();
    timeCursor.peek(-1);
    shelf.reply();
    assertThat(seenStep()).isEqualTo(10);
  }

  @Test
  void whatIsChosenCountsMoreThanWhatIsPointedAt() {
    timeCursor.peek(90);
    shelf.reply();
    timeCursor.pin(90);
    assertThat(timeCursor.pinned()).as("though it was seen already").isTrue();
    timeCursor.peek(1);
    timeCursor.move(-1);
    assertThat(timeCursor.index()).isEqualTo(1);
    timeCursor.move(-1);
    assertThat(timeCursor.index()).isZero();
    shelf.reply();
    shelf.reply();
    assertThat(seenStep()).isZero();
    timeCursor.peek(90);
    timeCursor.live();
    assertThat(timeCursor.source().live()).isTrue();
  }

  @Test
  void ofAStoredRunTheLastIsBeforeTheOneBeforeIt() {
    begin(-1);
    list(0, 10, 100);
    timeCursor.move(-1);
    assertThat(timeCursor.index()).isEqualTo(1);
  }

  @Test
  void playingEndsWhenAnotherRunBegins() {
    Playback playback = new Playback(timeline, timeCursor);
    playback.playingProperty().set(true);
    begin(2);
    playback.frame(1);
    assertThat(playback.playingProperty().get()).isFalse();
  }

  private static RunEvent.CheckpointKept kept(
      long run, int step, Checkpoint.Reason reason, String... gone) {
    return new RunEvent.CheckpointKept(
        run, step, reason, Path.of("step-" + step), 1000, Stream.of(gone).map(Path::of).toList());
  }

  private List<Integer> steps() {
    return timeline.entries().stream().map(CheckpointEntry::step).toList();
  }

  @Test
  void checkpointsAreToldAndTheDiskIsAskedOnce() {
    int looks = shelf.lists.size();
    timeline.onCheckpoint(kept(1, 150, Checkpoint.Reason.DUE));
    timeline.frame(160, true, SECOND / 2);
    assertThat(steps()).as("a line a second").containsExactly(0, 10, 100);
    timeline.frame(170, true, 2 * SECOND);
    assertThat(steps()).containsExactly(0, 10, 100, 150);
    assertThat(timeline.endProperty().get()).isEqualTo(170);
    timeline.onCheckpoint(kept(1, 200, Checkpoint.Reason.ASKED));
    timeline.frame(200, true, 2 * SECOND + 1);
    assertThat(steps()).as("what somebody asked for, at once").endsWith(150, 200);
    timeline.onCheckpoint(kept(2, 210, Checkpoint.Reason.ASKED));
    timeline.frame(210, false, 2 * SECOND + 2);
    assertThat(steps()).as("of another run").endsWith(150, 200);
    timeline.onCheckpoint(kept(1, 210, Checkpoint.Reason.DUE));
    timeline.frame(210, false, 40 * SECOND);
    assertThat(steps()).as("the last one is written late").endsWith(200, 210);
    assertThat(shelf.lists).hasSize(looks);
  }

  @Test
  void whatIsToldBeforeTheListComesIsAddedToIt() {
    begin(2);
    timeline.onCheckpoint(kept(2, 10, Checkpoint.Reason.DUE));
    timeline.onCheckpoint(kept(2, 20, Checkpoint.Reason.DUE, "step-10"));
    timeline.onCheckpoint(kept(2, 5, Checkpoint.Reason.DUE));
    timeline.frame(20, true, 0);
    assertThat(steps()).isEmpty();
    list(0, 10, 20);
    assertThat(steps()).containsExactly(0, 5, 20);
  }

  @Test
  void aListOfAnEarlierRunIsDropped() {
    begin(2);
    begin(3);
    shelf.lists.get(shelf.lists.size() - 2).accept(entries(7));
    assertThat(timeline.entries()).isEmpty();
  }

  @Test
  void playingGoesFromTheFirstToTheLastAndWaitsForEveryNetwork() {
    Playback playback = new Playback(timeline, timeCursor);
    playback.secondsProperty().set(2);
    playback.playingProperty().set(true);
    assertThat(timeCursor.index()).isZero();
    playback.frame(1);
    shelf.reply();
    playback.frame(SECOND / 2);
    assertThat(timeCursor.index()).as("a second each").isZero();
    playback.frame(SECOND + 2);
    assertThat(timeCursor.index()).isEqualTo(1);
    playback.frame(2 * SECOND + 2);
    assertThat(timeCursor.index()).as("its network has not come").isEqualTo(1);
    shelf.reply();
    playback.frame(2 * SECOND + 3);
    assertThat(timeCursor.index()).isEqualTo(2);
    shelf.reply();
    playback.frame(2 * SECOND + 4);
    assertThat(playback.playingProperty().get()).isTrue();
    playback.frame(3 * SECOND + 2);
    assertThat(playback.playingProperty().get()).isFalse();
    assertThat(timeCursor.index()).isEqualTo(2);
  }

  @Test
  void whereNetworksComeSlowlyPlayingLeavesSomeOut() {
    Playback playback = new Playback(timeline, timeCursor);
    playback.secondsProperty().set(2);
    playback.playingProperty().set(true);
    playback.frame(1);
    playback.frame(2 * SECOND + 2);
    assertThat(timeCursor.index()).isZero();
    shelf.reply();
    playback.frame(2 * SECOND + 3);
    assertThat(timeCursor.index()).isEqualTo(2);
  }
}
