package grokscope.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.run.CheckpointEntry;
import grokscope.run.RunFolder;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunEvent;
import grokscope.train.Laboratory;
import grokscope.train.Stilled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    shelf.lists.get(shelf.lists.size() - 1).accept(entries(steps));
    timeline.frame(steps.length == 0 ? 0 : steps[steps.length - 1], true, 0);
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
    timeline.kept(kept(1, 150, Checkpoint.Reason.DUE));
    timeline.frame(160, true, SECOND / 2);
    assertThat(steps()).as("a line a second").containsExactly(0, 10, 100);
    timeline.frame(170, true, 2 * SECOND);
    assertThat(steps()).containsExactly(0, 10, 100, 150);
    assertThat(timeline.endProperty().get()).isEqualTo(170);
    timeline.kept(kept(1, 200, Checkpoint.Reason.ASKED));
    timeline.frame(200, true, 2 * SECOND + 1);
    assertThat(steps()).as("what somebody asked for, at once").endsWith(150, 200);
    timeline.kept(kept(2, 210, Checkpoint.Reason.ASKED));
    timeline.frame(210, false, 2 * SECOND + 2);
    assertThat(steps()).as("of another run").endsWith(150, 200);
    timeline.kept(kept(1, 210, Checkpoint.Reason.DUE));
    timeline.frame(210, false, 40 * SECOND);
    assertThat(steps()).as("the last one is written late").endsWith(200, 210);
    assertThat(shelf.lists).hasSize(looks);
  }

  @Test
  void whatIsToldBeforeTheListComesIsAddedToIt() {
    begin(2);
    timeline.kept(kept(2, 10, Checkpoint.Reason.DUE));
    timeline.kept(kept(2, 20, Checkpoint.Reason.DUE, "step-10"));
    timeline.kept(kept(2, 5, Checkpoint.Reason.DUE));
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
