package grokscope.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.run.RunFolder;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.telemetry.Checkpoint;
import grokscope.train.loop.StoredNetwork;
import grokscope.ui.session.Given;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two runs at the same step: whoever is moved, the other goes as far as its checkpoints allow. */
class LockstepTest {
  private static final RunConfig CONFIG = Given.catalog().defaults();

  /** A run whose checkpoints are of these steps. */
  private record Kept(List<Integer> steps) implements Archive {
    @Override
    public void list(RunFolder run, Consumer<List<CheckpointEntry>> done) {
      List<CheckpointEntry> entries = new ArrayList<>();
      for (int step : steps) {
        entries.add(
            new CheckpointEntry(step, Checkpoint.Reason.DUE, Path.of("step-" + step), 1000));
      }
      done.accept(entries);
    }

    @Override
    public void read(
        CheckpointEntry entry,
        long run,
        RunConfig config,
        Consumer<StoredNetwork> done,
        Consumer<String> refused) {
      done.accept(new StoredNetwork(run, entry.step(), config, List.of()));
    }
  }

  private final Lockstep.Hand right = hand(0, 10, 20, 50, 100);
  private final Lockstep.Hand left = hand(5, 15, 25, 60, 100, 300);
  private final Lockstep lockstep = new Lockstep(right, left);

  private static Lockstep.Hand hand(Integer... steps) {
    Archive archive = new Kept(List.of(steps));
    Timeline timeline = new Timeline(archive);
    return new Lockstep.Hand(timeline, new TimeCursor(timeline, archive));
  }

  private static void begin(Lockstep.Hand hand, long run) {
    hand.timeline().begin(run, CONFIG, Optional.of(new RunFolder(Path.of("run"))));
    hand.cursor().begin();
    hand.timeline().frame(0, false, 0);
  }

  private static int step(Lockstep.Hand hand) {
    return hand.cursor().pinnedProperty().get().map(CheckpointEntry::step).orElse(-1);
  }

  @BeforeEach
  void begin() {
    begin(right, -1);
    begin(left, -2);
    lockstep.onProperty().set(true);
  }

  @Test
  void theOtherGoesToItsLastCheckpointThatIsNotLater() {
    right.cursor().pin(50);
    assertThat(step(left)).isEqualTo(25);
    assertThat(step(right)).as("it is not pulled back").isEqualTo(50);
    left.cursor().pin(100);
    assertThat(step(right)).isEqualTo(100);
    right.cursor().pin(10);
    assertThat(step(left)).isEqualTo(5);
  }

  @Test
  void whereAllAreLaterItIsTheFirst() {
    right.cursor().pin(0);
    assertThat(step(left)).isEqualTo(5);
  }

  @Test
  void theEndOfTheShorterIsNotTheEndOfTheLonger() {
    assertThat(step(left)).as("switched on while the other is at its end").isEqualTo(100);
    right.cursor().pin(20);
    left.cursor().live();
    assertThat(step(right)).as("it goes as far as it can").isEqualTo(-1);
    right.cursor().live();
    left.cursor().pin(300);
    assertThat(step(right)).isEqualTo(100);
  }

  @Test
  void withoutItBothStandWhereTheyArePut() {
    lockstep.onProperty().set(false);
    right.cursor().pin(50);
    left.cursor().pin(5);
    assertThat(step(right)).isEqualTo(50);
  }

  @Test
  void aRunThatComesLaterFollowsAsSoonAsItsCheckpointsAreKnown() {
    right.cursor().pin(20);
    lockstep.onProperty().set(false); // another run is chosen
    begin(left, -3);
    lockstep.onProperty().set(true);
    assertThat(step(left)).isEqualTo(15);
  }
}
