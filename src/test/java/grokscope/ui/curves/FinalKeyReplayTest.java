package grokscope.ui.curves;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.measure.fourier.CircuitCurves;
import grokscope.measure.fourier.Score;
import grokscope.measure.fourier.SplitScores;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.run.checkpoint.StoredCheckpoint;
import grokscope.telemetry.History;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.train.look.CircuitMoment;
import grokscope.train.loop.Answer;
import grokscope.train.loop.Command;
import grokscope.train.loop.Question;
import grokscope.train.loop.ReplyBox;
import grokscope.ui.chart.ReplayedCurves;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.Given;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinalKeyReplayTest {
  private static final List<Integer> KEYS = List.of(3, 8);

  @TempDir private Path home;
  private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
  private final BackgroundReader backgroundReader = new BackgroundReader(fx::add, Path.of("logs"));
  private final List<Question.ReadCircuit> asked = new ArrayList<>();
  private Consumer<Answer<CircuitMoment>> reply;
  private final ReplyBox replies = new ReplyBox(this::asked);
  private final List<ReplayedCurves> shown = new ArrayList<>();
  private Runnable settle = () -> {};
  private final ObjectProperty<Optional<LabRun>> elsewhere =
      new SimpleObjectProperty<>(Optional.empty());
  private final FinalKeyReplay keys =
      new FinalKeyReplay(backgroundReader, () -> settle.run(), replies, shown::add, elsewhere);

  @SuppressWarnings("unchecked")
  private void asked(Command command) {
    Command.Ask<CircuitMoment> ask = (Command.Ask<CircuitMoment>) command;
    asked.add((Question.ReadCircuit) ask.question());
    reply = ask.reply();
  }

  @AfterEach
  void close() {
    backgroundReader.close();
  }

  private RunFolder folder(int... steps) throws IOException {
    RunFolder folder = new RunFolder(Files.createTempDirectory(home, "run"));
    for (int step : steps) {
      checkpoint(folder, step);
    }
    return folder;
  }

  private static Path checkpoint(RunFolder folder, int step) throws IOException {
    Path checkpoints = Files.createDirectories(folder.path().resolve("checkpoints"));
    Path file = checkpoints.resolve(String.format("step-%09d.safetensors", step));
    StoredCheckpoint.write(file, Given.config(), step);
    return file;
  }

  private static LabRun run(RunFolder folder, RunState state, Object... settings) {
    RunConfig config = Given.config(settings);
    return new LabRun(
        new RunOrigin(RunNumber.NONE, Given.preset(), config, Optional.ofNullable(folder)),
        new History(Given.metrics(config)),
        status(state));
  }

  private static RunStatus status(RunState state) {
    return new RunStatus(7, state, 5, 5, 0, Optional.empty(), Optional.empty(), "");
  }

  /** Does what the background hands to the FX thread, until it is at rest. */
  private void rest() {
    AtomicBoolean resting = new AtomicBoolean();
    int quiet = 0;
    while (quiet < 2) { // what is handed over may ask again
      int before = asked.size() + shown.size();
      resting.set(false);
      backgroundReader.ask(() -> true, resting::set, why -> {});
      while (!resting.get()) {
        turn();
      }
      quiet = before == asked.size() + shown.size() ? quiet + 1 : 0;
    }
  }

  private void turn() {
    try {
      Runnable work = fx.poll(10, TimeUnit.SECONDS);
      assertThat(work).as("the background is silent").isNotNull();
      work.run();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void answer() {
    Question.ReadCircuit last = asked.get(asked.size() - 1);
    int step = last.network().step();
    Score restricted = new Score(step / 10.0, 1);
    CircuitCurves curves =
        new CircuitCurves(
            new SplitScores(restricted, restricted, restricted), new Score(step / 100.0, 1));
    reply.accept(Answer.of(new CircuitMoment(step, KEYS, curves)));
    replies.drain();
    rest();
  }

  private List<Integer> steps() {
    return asked.stream().map(question -> question.network().step()).toList();
  }

  @Test
  void whileAnotherRunIsInProgressItsTrainerIsNotAsked() throws IOException {
    elsewhere.set(Optional.of(run(folder(), RunState.RUNNING)));
    keys.onBegin(run(folder(0, 10, 20), RunState.FINISHED));
    rest();
    assertThat(asked).isEmpty();
    elsewhere.set(Optional.empty());
    rest();
    assertThat(steps()).containsExactly(20);
    elsewhere.set(Optional.of(run(folder(), RunState.RUNNING)));
    answer();
    assertThat(steps()).as("another run has begun").containsExactly(20);
  }

  @Test
  void aRunThatEndsIsReadBackwardsOneQuestionAtATime() throws IOException {
    LabRun run = run(folder(0, 10, 20), RunState.RUNNING);
    keys.onBegin(run);
    rest();
    assertThat(asked).isEmpty();
    run.status(status(RunState.STOPPED));
    rest();
    assertThat(steps()).containsExactly(20);
    assertThat(asked.get(0).keys()).isEmpty();
    assertThat(asked.get(0).network().config()).isEqualTo(run.config());
    assertThat(asked.get(0).network().weights()).hasSize(1);
    answer();
    assertThat(steps()).containsExactly(20, 10);
    assertThat(asked.get(1).keys()).isEqualTo(KEYS);
    answer();
    answer();
    rest();
    assertThat(steps()).containsExactly(20, 10, 0);
    assertThat(shown).hasSize(3);
    ReplayedCurves last = shown.get(2);
    assertThat(last.label()).isEqualTo("final keys 3, 8");
    assertThat(last.sentence()).contains("Solid", "Dotted", "3, 8");
    History history = last.history();
    assertThat(history.steps(0)).containsExactly(0, 10, 20);
    assertThat(history.values(history.column("restricted_loss"), 0)).containsExactly(0, 1, 2);
    assertThat(history.values(history.column("excluded_loss"), 0)).containsExactly(0, 0.1, 0.2);
  }

  @Test
  void theLastCheckpointIsAwaited() throws IOException {
    RunFolder folder = folder(0);
    settle =
        () -> {
          try {
            checkpoint(folder, 30);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        };
    keys.onBegin(run(folder, RunState.FINISHED));
    rest();
    assertThat(steps()).containsExactly(30);
  }

  @Test
  void itGivesUpWhenAnotherRunBegins() throws IOException {
    keys.onBegin(run(folder(0, 10, 20), RunState.FINISHED));
    rest();
    keys.onBegin(run(folder(0), RunState.RUNNING));
    answer();
    assertThat(steps()).containsExactly(20);
    assertThat(shown).isEmpty();
  }

  @Test
  void noQuestionFollowsAFileThatWasReadTooLate() throws IOException {
    keys.onBegin(run(folder(0, 10), RunState.FINISHED));
    turn(); // the list of checkpoints is there
    keys.onBegin(run(folder(0), RunState.RUNNING));
    rest();
    assertThat(asked).isEmpty();
  }

  @Test
  void nobodyIsAskedWhenTheWindowHasClosed() throws IOException {
    keys.onBegin(run(folder(0, 10), RunState.FINISHED));
    turn();
    keys.close();
    rest();
    assertThat(asked).isEmpty();
  }

  @Test
  void anEarlierRunThatEndsLateIsLeftAlone() throws IOException {
    LabRun earlier = run(folder(0, 10), RunState.RUNNING);
    keys.onBegin(earlier);
    keys.onBegin(run(folder(0), RunState.RUNNING));
    earlier.status(status(RunState.STOPPED));
    rest();
    assertThat(asked).isEmpty();
  }

  @Test
  void nothingIsReadWhereThereIsNothingToRead() throws IOException {
    RunFolder folder = folder(0, 10);
    keys.onBegin(run(folder, RunState.DIVERGED));
    keys.onBegin(run(folder, RunState.FAILED));
    keys.onBegin(run(null, RunState.FINISHED));
    keys.onBegin(run(folder(), RunState.FINISHED));
    keys.onBegin(run(folder, RunState.FINISHED, "task.operation", "x*y"));
    rest();
    assertThat(asked).isEmpty();
    assertThat(shown).isEmpty();
  }

  /** A run may be deleted while it is read: nobody has to be told of each of its checkpoints. */
  @Test
  void ofADeletedRunTheReadingEndsWithoutAWord() throws IOException {
    RunFolder folder = folder(0, 10, 20, 30);
    Logger log = Logger.getLogger(FinalKeyReplayTask.class.getName());
    List<String> said = new ArrayList<>();
    Handler heard =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            said.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    log.addHandler(heard);
    try {
      keys.onBegin(run(folder, RunState.FINISHED));
      rest();
      assertThat(steps()).containsExactly(30);
      Files.move(folder.path(), folder.path().resolveSibling("trashed"));
      answer();
      rest();
    } finally {
      log.removeHandler(heard);
    }
    assertThat(steps()).containsExactly(30);
    assertThat(said).isEmpty();
  }

  @Test
  void aSpoiltCheckpointIsLeftOutButNotTheLast() throws IOException {
    RunFolder folder = folder(0, 10, 20);
    Files.writeString(checkpoint(folder, 10), "spoilt");
    keys.onBegin(run(folder, RunState.FINISHED));
    rest();
    answer();
    assertThat(steps()).containsExactly(20, 0);
    RunFolder other = folder(0, 10);
    Files.writeString(checkpoint(other, 10), "spoilt");
    keys.onBegin(run(other, RunState.FINISHED));
    rest();
    assertThat(asked).hasSize(2);
  }

  @Test
  void aRefusalIsNoFailure() throws IOException {
    keys.onBegin(run(folder(0, 10), RunState.FINISHED));
    rest();
    reply.accept(Answer.refused("These weights are not of that network."));
    replies.drain();
    rest();
    assertThat(asked).hasSize(1);
    assertThat(shown).isEmpty();
  }
}
