package grokscope.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.run.CheckpointEntry;
import grokscope.run.RunFolder;
import grokscope.telemetry.Checkpoint;
import grokscope.train.Laboratory;
import grokscope.train.Stilled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MomentTest {
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
        Consumer<Stilled> done,
        Consumer<String> refused) {
      read.add(entry.step());
      replies.add(() -> done.accept(new Stilled(run, entry.step(), config, List.of())));
      refusals.add(refused);
    }

    void reply() {
      replies.get(replies.size() - 1).run();
    }
  }

  private final Shelf shelf = new Shelf();
  private final Timeline timeline = new Timeline(shelf);
  private final Moment moment = new Moment(timeline, shelf);

  private static List<CheckpointEntry> entries(int... steps) {
    List<CheckpointEntry> entries = new ArrayList<>();
    for (int step : steps) {
      entries.add(new CheckpointEntry(step, Checkpoint.Reason.DUE, Path.of("step-" + step), 1000));
    }
    return entries;
  }

  private void begin(long run) {
    timeline.begin(run, CONFIG, Optional.of(FOLDER));
    moment.begin();
  }

  private void list(int... steps) {
    timeline.frame(steps.length == 0 ? 0 : steps[steps.length - 1], true, 0);
    shelf.lists.get(shelf.lists.size() - 1).accept(entries(steps));
  }

  private int seenStep() {
    return moment.seen().network().map(Stilled::step).orElse(-1);
  }

  @BeforeEach
  void aRunIsShown() {
    begin(1);
    list(0, 10, 100);
  }

  @Test
  void theRunAsItIsNowNeedsNoCheckpoint() {
    assertThat(moment.seen().live()).isTrue();
    assertThat(moment.pinned()).isFalse();
    assertThat(shelf.read).isEmpty();
  }

  @Test
  void theNearestCheckpointIsReadAndShownWhenItHasCome() {
    moment.pin(60);
    assertThat(shelf.read).containsExactly(100);
    assertThat(moment.seen().network()).isEmpty();
    assertThat(moment.seen().live()).isFalse();
    shelf.reply();
    assertThat(seenStep()).isEqualTo(100);
    moment.live();
    assertThat(moment.seen().live()).isTrue();
  }

  @Test
  void whatIsNotWantedAnyMoreIsDroppedAndOneIsReadAtATime() {
    moment.pin(0);
    moment.pin(10);
    moment.pin(100);
    assertThat(shelf.read).containsExactly(0);
    shelf.reply();
    assertThat(shelf.read).containsExactly(0, 100);
    assertThat(seenStep()).isEqualTo(-1);
    shelf.reply();
    assertThat(seenStep()).isEqualTo(100);
  }

  @Test
  void anUnreadableCheckpointSaysWhy() {
    moment.pin(0);
    shelf.refusals.get(0).accept("It is cut short.");
    assertThat(moment.seen().missing()).isEqualTo("It is cut short.");
    moment.pin(10);
    shelf.reply();
    assertThat(moment.seen().missing()).isEmpty();
    assertThat(seenStep()).isEqualTo(10);
  }

  @Test
  void aNetworkWithoutStepsIsSeenUntilARunBegins() {
    timeline.begin(new Stilled(-1, 0, CONFIG, List.of()), "weights of a.safetensors");
    moment.begin();
    assertThat(moment.seen().source()).isEqualTo("weights of a.safetensors");
    assertThat(moment.seen().network()).map(Stilled::run).contains(-1L);
    moment.pin(10);
    assertThat(moment.pinned()).isFalse();
    begin(2);
    assertThat(moment.seen().live()).isTrue();
  }

  @Test
  void aStoredRunIsSeenAtItsLastCheckpoint() {
    begin(-1);
    assertThat(moment.seen().missing()).isEmpty();
    list(0, 10);
    assertThat(moment.pinned()).isFalse();
    shelf.reply();
    assertThat(seenStep()).isEqualTo(10);
    begin(-2);
    list();
    assertThat(moment.seen().missing()).startsWith("No network of this run is kept");
  }

  @Test
  void peekingEndsWhereItBegan() {
    moment.pin(10);
    shelf.reply();
    moment.peek(90);
    shelf.reply();
    assertThat(seenStep()).isEqualTo(100);
    assertThat(moment.pinned()).isTrue();
    moment.peek(-1);
    shelf.reply();
    assertThat(seenStep()).isEqualTo(10);
  }

  @Test
  void whatIsChosenCountsMoreThanWhatIsPointedAt() {
    moment.peek(90);
    shelf.reply();
    moment.pin(90);
    assertThat(moment.pinned()).as("though it was seen already").isTrue();
    moment.peek(1);
    moment.move(-1);
    assertThat(moment.index()).isEqualTo(1);
    moment.move(-1);
    assertThat(moment.index()).isZero();
    shelf.reply();
    shelf.reply();
    assertThat(seenStep()).isZero();
    moment.peek(90);
    moment.live();
    assertThat(moment.seen().live()).isTrue();
  }

  @Test
  void ofAStoredRunTheLastIsBeforeTheOneBeforeIt() {
    begin(-1);
    list(0, 10, 100);
    moment.move(-1);
    assertThat(moment.index()).isEqualTo(1);
  }

  @Test
  void playingEndsWhenAnotherRunBegins() {
    Playback playback = new Playback(timeline, moment);
    playback.playingProperty().set(true);
    begin(2);
    playback.frame(1);
    assertThat(playback.playingProperty().get()).isFalse();
  }

  @Test
  void theListIsLookedUpOnceASecondUntilTheRunIsOver() {
    int looks = shelf.lists.size();
    timeline.frame(100, true, SECOND / 2);
    assertThat(shelf.lists).hasSize(looks);
    timeline.frame(100, true, 2 * SECOND);
    assertThat(shelf.lists).hasSize(looks + 1);
    timeline.frame(100, false, 4 * SECOND);
    assertThat(shelf.lists).as("the last checkpoint is written late").hasSize(looks + 2);
    timeline.frame(100, false, 40 * SECOND);
    assertThat(shelf.lists).hasSize(looks + 2);
  }

  @Test
  void aListOfAnEarlierRunIsDropped() {
    begin(2);
    timeline.frame(0, true, 0);
    begin(3);
    shelf.lists.get(shelf.lists.size() - 1).accept(entries(7));
    assertThat(timeline.entries()).isEmpty();
  }

  @Test
  void playingGoesFromTheFirstToTheLastAndWaitsForEveryNetwork() {
    Playback playback = new Playback(timeline, moment);
    playback.secondsProperty().set(2);
    playback.playingProperty().set(true);
    assertThat(moment.index()).isZero();
    playback.frame(1);
    shelf.reply();
    playback.frame(SECOND / 2);
    assertThat(moment.index()).as("a second each").isZero();
    playback.frame(SECOND + 2);
    assertThat(moment.index()).isEqualTo(1);
    playback.frame(2 * SECOND + 2);
    assertThat(moment.index()).as("its network has not come").isEqualTo(1);
    shelf.reply();
    playback.frame(2 * SECOND + 3);
    assertThat(moment.index()).isEqualTo(2);
    shelf.reply();
    playback.frame(2 * SECOND + 4);
    assertThat(playback.playingProperty().get()).isTrue();
    playback.frame(3 * SECOND + 2);
    assertThat(playback.playingProperty().get()).isFalse();
    assertThat(moment.index()).isEqualTo(2);
  }

  @Test
  void whereNetworksComeSlowlyPlayingLeavesSomeOut() {
    Playback playback = new Playback(timeline, moment);
    playback.secondsProperty().set(2);
    playback.playingProperty().set(true);
    playback.frame(1);
    playback.frame(2 * SECOND + 2);
    assertThat(moment.index()).isZero();
    shelf.reply();
    playback.frame(2 * SECOND + 3);
    assertThat(moment.index()).isEqualTo(2);
  }
}
