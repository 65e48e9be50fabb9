package grokscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.ContinuedRun;
import grokscope.run.ListedRun;
import grokscope.run.Recorders;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.run.RunPast;
import grokscope.run.RunPreset;
import grokscope.run.StoredRun;
import grokscope.story.RunStage;
import grokscope.story.RunWords;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.History;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunFeed;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.ui.runs.RunRow;
import grokscope.ui.runs.RunRows;
import grokscope.ui.setting.Draft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunControllerTest {
  private final FakeTrainer trainer = new FakeTrainer();
  private final FakeRecords records = new FakeRecords();
  private final Draft draft = new Draft(Given.catalog(), Given.preset());
  private final RunController controller = controller(records);
  private final WindowRuns runs = controller.runs();
  private final TelemetryIntake intake = controller.intake();
  private final Trouble trouble = controller.trouble();

  private RunController controller(Recorders records) {
    return new RunController(Given.catalog(), Given::metrics, draft, trainer, records);
  }

  @Test
  void thePrimaryButtonRunsPausesAndResumes() {
    controller.toggle();
    intake.drain();
    assertThat(trainer.started).containsExactly(draft.config());
    controller.toggle();
    intake.drain();
    controller.toggle();
    assertThat(trainer.commands).containsExactly(new Command.Pause(), new Command.Resume());
  }

  @Test
  void aStepWithoutARunBeginsOneThatWaits() {
    controller.step();
    assertThat(trainer.started).hasSize(1);
    assertThat(trainer.commands).containsExactly(new Command.Step(1));
  }

  @Test
  void aWrongConfigIsNotStarted() {
    draft.type("task.modulus", "x");
    controller.toggle();
    controller.restart();
    controller.step();
    assertThat(controller.runnable()).isFalse();
    assertThat(trainer.started).isEmpty();
    assertThat(trainer.commands).isEmpty();
  }

  @Test
  void samplesOfAnEarlierRunAreDropped() {
    controller.restart();
    trainer.sample(1, 1, 0.5);
    controller.restart();
    trainer.sample(1, 2, 0.5);
    trainer.sample(2, 1, 0.5);
    intake.drain();
    assertThat(runs.current().history().size()).isEqualTo(1);
    assertThat(runs.all().get(1).history().size()).isEqualTo(1);
  }

  @Test
  void theStageFollowsTheRun() {
    controller.restart();
    intake.drain();
    assertThat(runs.accountProperty().get().stage()).isEqualTo(RunStage.MEMORIZING);
    trainer.memorize(5, 10);
    trainer.sample(1, 10, 0.02);
    intake.drain();
    assertThat(runs.accountProperty().get().stage()).isEqualTo(RunStage.WAITING);
    trainer.sample(1, 20, 0.6);
    trainer.sample(1, 21, 0.6);
    trainer.sample(1, 22, 0.6);
    intake.drain();
    assertThat(runs.accountProperty().get().stage()).isEqualTo(RunStage.GENERALIZING);
    trainer.grok(20, 30);
    trainer.end(RunState.FINISHED, 40, "");
    intake.drain();
    assertThat(runs.accountProperty().get().stage()).isEqualTo(RunStage.GROKKED);
    assertThat(runs.all().get(0).generalized()).isPresent();
  }

  @Test
  void aLiveKnobIsSentOnceAndOnlyToARunInProgress() {
    draft.set("optimizer.weightDecay", 0.5);
    controller.retune("optimizer.weightDecay");
    assertThat(trainer.commands).isEmpty();
    controller.restart();
    intake.drain();
    draft.set("optimizer.weightDecay", 0.1);
    controller.retune("optimizer.weightDecay");
    controller.retune("optimizer.weightDecay");
    assertThat(trainer.commands).containsExactly(new Command.Retune("optimizer.weightDecay", 0.1));
  }

  @Test
  void otherKnobsWaitForTheNextRun() {
    assertThat(controller.appliesOnNextRun("task.modulus")).isFalse();
    controller.restart();
    intake.drain();
    draft.set("task.modulus", 31L);
    draft.set("optimizer.weightDecay", 0.1);
    controller.retune("task.modulus");
    assertThat(trainer.commands).isEmpty();
    assertThat(controller.appliesOnNextRun("task.modulus")).isTrue();
    assertThat(controller.appliesOnNextRun("optimizer.weightDecay")).isFalse();
    assertThat(controller.appliesOnNextRun("seed")).isFalse();
    trainer.end(RunState.FINISHED, 3, "");
    intake.drain();
    assertThat(controller.appliesOnNextRun("task.modulus")).isFalse();
  }

  @Test
  void aFailureIsSaidInWordsAndTheNextRunClearsIt() {
    controller.restart();
    trainer.end(RunState.FAILED, 0, "there is not enough memory");
    intake.drain();
    assertThat(trouble.wordsProperty().get()).contains("there is not enough memory");
    controller.toggle();
    assertThat(trainer.started).hasSize(2);
    assertThat(trouble.wordsProperty().get()).isEmpty();
  }

  @Test
  void aRunThatCannotBeRecordedStillRuns() {
    RunController unrecorded = controller(new FakeRecords("the disk is full"));
    unrecorded.restart();
    trainer.sample(1, 1, 0.5);
    unrecorded.intake().drain();
    assertThat(unrecorded.trouble().wordsProperty().get()).contains("the disk is full");
    assertThat(unrecorded.runs().current().history().size()).isEqualTo(1);
  }

  @Test
  void aProblemOfTheDiskIsTakenBackWithItAndSaidAgainToWhoeverWantsSomethingKept() {
    controller.restart();
    records.problem = "the disk is full.";
    intake.drain();
    assertThat(trouble.wordsProperty().get()).endsWith("the disk is full.");
    trouble.dismiss();
    controller.keep();
    intake.drain();
    assertThat(trouble.wordsProperty().get()).endsWith("the disk is full.");
    records.problem = null;
    intake.drain();
    assertThat(trouble.wordsProperty().get()).isEmpty();
    records.problem = "the disk is full.";
    intake.drain();
    trouble.say("Something else.");
    records.problem = null;
    intake.drain();
    assertThat(trouble.wordsProperty().get()).isEqualTo("Something else.");
  }

  @Test
  void aRunWhoseEndIsNotOnDiskSaysSo() {
    controller.restart();
    trainer.end(RunState.FINISHED, 9, "");
    intake.drain();
    records.problem = "the disk is full.";
    intake.drain();
    assertThat(trouble.wordsProperty().get())
        .isEqualTo("The run that has ended is not fully saved: the disk is full.");
  }

  @Test
  void aRecordingThatBreaksOffIsSaidOnceAndTheRunGoesOn() {
    controller.restart();
    records.problem = "the disk is full.";
    trainer.sample(1, 1, 0.5);
    intake.drain();
    assertThat(trouble.wordsProperty().get())
        .isEqualTo("This run continues, but is no longer being saved: the disk is full.");
    trouble.dismiss();
    intake.drain();
    assertThat(trouble.wordsProperty().get()).isEmpty();
    assertThat(runs.current().history().size()).isEqualTo(1);
  }

  @Test
  void theLastFourRunsKeepTheirCurves() {
    for (int run = 1; run <= 8; run++) {
      controller.restart();
      trainer.sample(run, 1, 0.5);
      intake.drain();
    }
    assertThat(runs.ghosts())
        .extracting(ghost -> ghost.identity().number())
        .containsExactly(7, 6, 5, 4);
    assertThat(runs.all()).hasSize(8);
    assertThat(runs.all().get(7).history().size()).isZero();
  }

  @Test
  void listenersHearOnlyOfTheCurrentRun() {
    List<RunEvent> heard = new ArrayList<>();
    controller
        .runs()
        .listen(
            new LabEvents() {

              @Override
              public void onEvent(LabRun run, RunEvent event) {
                heard.add(event);
              }
            });
    controller.restart();
    controller.restart();
    trainer.happen(new RunEvent.KnobTurned(1, 5, "optimizer.weightDecay", 0.0));
    trainer.happen(new RunEvent.KnobTurned(2, 5, "optimizer.weightDecay", 0.1));
    intake.drain();
    assertThat(heard).extracting(RunEvent::run).containsExactly(2L);
  }

  @Test
  void closingClosesTheTrainerAndTheRecords() {
    controller.restart();
    controller.close();
    assertThat(trainer.closed()).isTrue();
    assertThat(records.closed()).isTrue();
  }

  private static KnobsInForce knobs(List<RunEvent> events) {
    try {
      return KnobsInForce.of(Given.catalog(), Given.config("steps", 100L), events);
    } catch (InvalidConfig e) {
      throw new AssertionError(e);
    }
  }

  /** A stored run of 100 steps with two samples and a knob that was turned. */
  private static OpenedRun stored(String name) {
    RunFolder folder = new RunFolder(Path.of("runs", name));
    List<RunEvent> events =
        List.of(
            new RunEvent.Memorized(0, 10, new StepInterval(9, 10)),
            new RunEvent.KnobTurned(0, 60, "optimizer.weightDecay", 0.5));
    ListedRun listed =
        new ListedRun(
            folder,
            knobs(events),
            "finished",
            100,
            Optional.of(new StepInterval(9, 10)),
            Optional.empty(),
            Map.of(),
            PhaseVerdict.MEMORIZED_ONLY,
            OptionalDouble.of(90),
            RunNumber.NONE,
            RunPreset.UNKNOWN,
            List.of(),
            Remarks.NONE,
            Optional.empty());
    History history =
        new History(
            Stream.of("weight_norm", "unheard_of", "train_loss")
                .map(id -> new Metric(id, id, ""))
                .toList());
    history.append(0, new double[] {900, 1, 4});
    history.append(40, new double[] {800, 1, 2});
    history.append(100, new double[] {700, 1, 1});
    return new OpenedRun(new StoredRun(listed, history, events), Given.preset());
  }

  private static final class Heard implements LabEvents {
    final List<RunEvent> events = new ArrayList<>();
    int begun;
    int grown;

    @Override
    public void onBegin(LabRun run) {
      begun++;
    }

    @Override
    public void onGrowth(LabRun run) {
      grown++;
    }

    @Override
    public void onEvent(LabRun run, RunEvent event) {
      events.add(event);
    }
  }

  @Test
  void aStoredRunIsShownWithoutBeingOneOfTheWindow() {
    Heard heard = new Heard();
    runs.listen(heard);
    controller.restart();
    controller.open(stored("a"));
    assertThat(trainer.commands).as("looking stops nothing").isEmpty();
    LabRun run = runs.current();
    assertThat(run.id()).isNegative();
    assertThat(run.history().size()).isEqualTo(3);
    assertThat(run.latest("train_loss")).isEqualTo(1);
    assertThat(run.latest("test_loss")).isNaN();
    assertThat(run.turned().get("optimizer.weightDecay")).isEqualTo(0.5);
    assertThat(run.status().state()).isEqualTo(RunState.FINISHED);
    assertThat(run.story().now().stage()).isEqualTo(RunStage.MEMORIZED_ONLY);
    assertThat(heard.events).hasSize(2);
    assertThat(heard.begun).isEqualTo(2);
    assertThat(heard.grown).isEqualTo(1);
    assertThat(runs.all()).hasSize(1);
    assertThat(runs.ghosts()).isEmpty();
    trainer.sample(1, 5, 0.5);
    intake.drain();
    assertThat(run.history().size()).as("of another run").isEqualTo(3);
    assertThat(runs.all().get(0).history().size()).as("it goes on").isEqualTo(1);
    controller.toggle();
    intake.drain();
    assertThat(trainer.commands).as("the button is that of the run in progress").hasSize(1);
    trainer.end(RunState.FINISHED, 9, "");
    intake.drain();
    controller.toggle();
    assertThat(trainer.started).hasSize(2);
  }

  /** Goes on with a stored run of which this is known, from step 40 on. */
  private static ContinuedRun goingOn(OpenedRun before) {
    RunConfig config = before.stored().listed().config();
    Checkpoint checkpoint =
        new Checkpoint(
            40,
            Checkpoint.Reason.DUE,
            config,
            config,
            false,
            "cpu",
            1,
            90,
            Map.of(),
            List.of(),
            List.of());
    RunRequest request = RunRequest.of(config).resumingFrom(checkpoint);
    History history = new History(Given.metrics(config));
    History whole = before.history(Given.metrics(config));
    for (int i = 0; i < 2; i++) {
      double[] row = new double[history.metrics().size()];
      for (int column = 0; column < row.length; column++) {
        row[column] = whole.value(column, i);
      }
      history.append((int) whole.step(i), row);
    }
    return new ContinuedRun(
        request,
        new FakeRecorder(new RunFeed(), before.stored().folder(), Optional::empty),
        new RunPast(
            history, before.stored().events().subList(0, 1), KnobsInForce.from(config), List.of()),
        Remarks.NONE);
  }

  private void goOn(String name) {
    controller.goOn(goingOn(stored(name)), Given.preset(), Optional.empty());
  }

  @Test
  void aRunGoesOnAfterWhatItHadMeasuredBeforeTheCheckpoint() {
    Heard heard = new Heard();
    runs.listen(heard);
    goOn("a");
    LabRun run = runs.current();
    assertThat(trainer.requests.get(0).from()).isPresent();
    assertThat(run.history().size()).isEqualTo(2);
    assertThat(heard.events).hasSize(1);
    trainer.sample(1, 40, 0.5);
    trainer.sample(1, 50, 0.5);
    intake.drain();
    assertThat(run.history().steps(0)).containsExactly(0, 40, 50);
    assertThat(run.identity().number()).isEqualTo(1);
    goOn("a");
    assertThat(runs.all()).as("the same folder is the same run").hasSize(1);
    assertThat(run.parent()).isEmpty();
  }

  @Test
  void aRunThatCannotGoOnIsStillWhatItWas() {
    goOn("a");
    intake.drain();
    trainer.end(RunState.FAILED, 40, "there is not enough memory");
    intake.drain();
    LabRun run = runs.current();
    assertThat(run.story().now().stage()).isEqualTo(RunStage.FAILED);
    assertThat(run.memorized()).contains(new StepInterval(9, 10));
    assertThat(run.story().verdict()).isEqualTo(PhaseVerdict.MEMORIZED_ONLY);
    assertThat(trouble.wordsProperty().get())
        .isEqualTo("Run failed at step 40: there is not enough memory");
  }

  @Test
  void behindABranchIsTheRunThatItLeft() {
    OpenedRun parent = stored("parent");
    controller.open(parent);
    LabRun shown = runs.current();
    Optional<RunFolder> from = Optional.of(parent.stored().folder());
    controller.goOn(goingOn(stored("child")), Given.preset(), from);
    assertThat(runs.ghosts()).containsExactly(shown);
    controller.goOn(goingOn(stored("other")), Given.preset(), from);
    assertThat(runs.current().parent()).as("it was not shown").isEmpty();
  }

  @Test
  void aKnobThatARunRefusesIsSaidAndATurnedOneIsKnown() {
    controller.restart();
    intake.drain();
    Object before = runs.current().turned().get("data.trainFraction");
    draft.set("data.trainFraction", 0.9);
    controller.retune("data.trainFraction");
    assertThat(trainer.commands).containsExactly(new Command.Retune("data.trainFraction", 0.9));
    trainer.happen(new RunEvent.KnobRefused(1, 30, "data.trainFraction", "too few pairs are left"));
    trainer.happen(new RunEvent.KnobTurned(1, 31, "optimizer.weightDecay", 0.25));
    intake.drain();
    assertThat(trouble.wordsProperty().get())
        .isEqualTo("Training data was not changed at step 30: too few pairs are left.");
    assertThat(runs.current().turned().get("optimizer.weightDecay")).isEqualTo(0.25);
    assertThat(runs.current().turned().get("data.trainFraction"))
        .as("it has what it had")
        .isEqualTo(before);
    assertThat(controller.appliesOnNextRun("data.trainFraction")).isTrue();
  }

  @Test
  void ofTwoWishesForAKnobTheRefusalOfTheFirstSaysNothingOfTheSecond() {
    controller.restart();
    intake.drain();
    for (double wanted : new double[] {0.9, 0.8}) {
      draft.set("data.trainFraction", wanted);
      controller.retune("data.trainFraction");
    }
    trainer.happen(new RunEvent.KnobRefused(1, 30, "data.trainFraction", "too few pairs are left"));
    intake.drain();
    assertThat(controller.appliesOnNextRun("data.trainFraction")).isFalse();
    controller.retune("data.trainFraction");
    assertThat(trainer.commands).as("it has been asked for").hasSize(2);
    trainer.happen(new RunEvent.KnobTurned(1, 30, "data.trainFraction", 0.8));
    intake.drain();
    assertThat(runs.current().turned().get("data.trainFraction")).isEqualTo(0.8);
    draft.set("data.trainFraction", 0.9);
    controller.retune("data.trainFraction");
    assertThat(trainer.commands).hasSize(3);
  }

  @Test
  void aKnobThatIsTurnedBackBeforeItsAnswerIsSentToo() {
    controller.restart();
    intake.drain();
    Object before = draft.value("optimizer.weightDecay");
    draft.set("optimizer.weightDecay", 0.1);
    controller.retune("optimizer.weightDecay");
    draft.set("optimizer.weightDecay", before);
    controller.retune("optimizer.weightDecay");
    assertThat(trainer.commands)
        .containsExactly(
            new Command.Retune("optimizer.weightDecay", 0.1),
            new Command.Retune("optimizer.weightDecay", before));
  }

  @Test
  void aCheckpointIsAskedForOnlyWhileARunGoesOn() {
    controller.keep();
    assertThat(trainer.commands).isEmpty();
    controller.restart();
    intake.drain();
    controller.keep();
    assertThat(trainer.commands).containsExactly(new Command.Checkpoint());
  }

  @Test
  void aRunThatGoesOnKeepsWhatWasSaidOfIt() {
    RunWords words = new RunWords(Given.catalog());
    RunRows rows = new RunRows(runs.all(), words);
    goOn("a");
    RunRow row = rows.rows().get(0);
    row.remark(new Remarks("my run", "mind the spike", true));
    goOn("a");
    assertThat(rows.rows()).hasSize(1);
    assertThat(rows.rows().get(0)).isNotSameAs(row);
    assertThat(rows.rows().get(0).facts().remarks())
        .isEqualTo(new Remarks("my run", "mind the spike", true));
  }

  @Test
  void aBranchIsToldFromItsParentByTheKnobsThatItTurns() {
    ContinuedRun plain = goingOn(stored("a"));
    RunRequest turning =
        plain
            .request()
            .withTurns(
                List.of(
                    new RunEvent.KnobTurned(0, 40, "optimizer.weightDecay", 0.25),
                    new RunEvent.KnobTurned(0, 60, "optimizer.weightDecay", 0.75)));
    controller.goOn(
        new ContinuedRun(turning, plain.recorder(), plain.before(), plain.remarks()),
        Given.preset(),
        Optional.empty());
    assertThat(runs.current().turned().get("optimizer.weightDecay")).isEqualTo(0.25);
  }

  @Test
  void aPresetThatIsChosenBesideARunIsNotThatOfTheRun() {
    controller.toggle();
    intake.drain();
    assertThat(controller.aheadProperty().get()).isFalse();
    draft.open(
        Given.preset("other", Given.config("optimizer.weightDecay", 9.0, "task.modulus", 7L)));
    assertThat(controller.aheadProperty().get()).isTrue();
    assertThat(controller.appliesOnNextRun("task.modulus")).isTrue();
    // It could act at once, but nobody has turned it.
    assertThat(controller.appliesOnNextRun("optimizer.weightDecay")).isTrue();
    assertThat(controller.appliesOnNextRun("seed")).isFalse();
    controller.retune("optimizer.weightDecay");
    assertThat(controller.appliesOnNextRun("optimizer.weightDecay")).isFalse();
    controller.restart();
    intake.drain();
    assertThat(controller.aheadProperty().get()).isFalse();
    assertThat(runs.current().preset().id()).isEqualTo("other");
  }

  @Test
  void whatIsChangedBesideAStoredRunIsTurnedWhenItGoesOn() {
    controller.open(stored("a"));
    assertThat(draft.value("optimizer.weightDecay")).isEqualTo(0.5);
    draft.set("optimizer.weightDecay", 0.125);
    draft.set("seed", 9L);
    goOn("a");
    assertThat(trainer.commands).contains(new Command.Retune("optimizer.weightDecay", 0.125));
    assertThat(draft.value("optimizer.weightDecay")).isEqualTo(0.125);
    assertThat(draft.value("seed")).isEqualTo(9L);
  }

  @Test
  void aKnobThatTheScriptTurnsStaysAsItWasChosenInThePanel() throws Exception {
    draft.set("data.trainFraction", 0.8);
    draft.set("script", "5 data.trainFraction=0.2");
    controller.toggle();
    intake.drain();
    trainer.happen(new RunEvent.KnobTurned(1, 5, "data.trainFraction", 0.2));
    intake.drain();
    assertThat(runs.current().turned().get("data.trainFraction")).isEqualTo(0.2);
    assertThat(draft.value("data.trainFraction")).isEqualTo(0.8);
    assertThat(controller.scripted("data.trainFraction").orElseThrow().turn().step()).isEqualTo(5);
    assertThat(controller.appliesOnNextRun("data.trainFraction")).isFalse();
    controller.retune("data.trainFraction");
    assertThat(trainer.commands).isEmpty();
  }
}
