package grokscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.queue.QueuePlan;
import grokscope.config.queue.Variation;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.story.RunStage;
import grokscope.story.RunWords;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest.Until;
import grokscope.ui.runs.RunFacts;
import grokscope.ui.setting.Draft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Looking at a run never stops the one in progress, and nothing said of either is false. */
class LookingTest {
  private static final String DECAY = "optimizer.weightDecay";

  private final FakeTrainer trainer = new FakeTrainer();
  private final Draft draft = new Draft(Given.catalog(), Given.preset());
  private final RunController controller =
      new RunController(Given.catalog(), Given::metrics, draft, trainer, new FakeRecords());
  private final WindowRuns runs = controller.runs();
  private final RunQueue queue = new RunQueue(controller, new RunWords(Given.catalog()));

  private void frame() {
    controller.intake().drain();
    queue.advance();
  }

  private LabRun run() {
    controller.restart();
    frame();
    return runs.current();
  }

  private LabRun ended() {
    LabRun run = run();
    trainer.sample(trainer.run(), 1, 0.5);
    trainer.end(RunState.FINISHED, 100, "");
    frame();
    return run;
  }

  private QueuePlan seeds(String typed) throws Exception {
    return QueuePlan.of(
        Given.catalog(),
        draft.config(),
        List.of(Variation.seeds(Given.catalog(), draft.config(), typed)));
  }

  @Test
  void anEarlierRunIsLookedAtWhileAnotherGoesOn() {
    LabRun first = ended();
    LabRun second = run();
    controller.show(first);
    assertThat(trainer.commands).isEmpty();
    trainer.sample(2, 1, 0.25);
    trainer.sample(2, 2, 0.25);
    trainer.status(RunState.RUNNING, 2, "");
    frame();
    assertThat(second.history().size()).isEqualTo(2);
    assertThat(first.history().size()).isEqualTo(1);
    assertThat(runs.current()).isSameAs(first);
    assertThat(runs.status().state()).isEqualTo(RunState.FINISHED);
    assertThat(runs.accountProperty().get().over()).isTrue();
    assertThat(runs.progress().state()).isEqualTo(RunState.RUNNING);
    assertThat(runs.progress().step()).isEqualTo(2);
    assertThat(runs.elsewhereProperty().get()).contains(second);
    controller.back();
    assertThat(runs.current()).isSameAs(second);
    assertThat(runs.status()).isEqualTo(runs.progress());
    assertThat(runs.elsewhereProperty().get()).isEmpty();
    assertThat(runs.accountProperty().get().over()).isFalse();
  }

  @Test
  void theButtonsAreThoseOfTheRunInProgress() {
    LabRun first = ended();
    run();
    controller.show(first);
    controller.toggle();
    frame();
    controller.toggle();
    controller.keep();
    controller.stop();
    assertThat(trainer.commands)
        .containsExactly(
            new Command.Pause(),
            new Command.Resume(),
            new Command.Checkpoint(),
            new Command.Stop());
    assertThat(trainer.started).hasSize(2);
    frame();
    assertThat(runs.progress())
        .as("of the shown run, when none is in progress")
        .isEqualTo(runs.status());
    assertThat(runs.progress().step()).isEqualTo(100);
    assertThat(runs.elsewhereProperty().get()).isEmpty();
  }

  @Test
  void aRunThatIsNotSeenIsEndedByARestartOnlyAfterAsking() {
    LabRun first = ended();
    run();
    controller.show(first);
    controller.askBeforeRestart(() -> false);
    controller.restart();
    assertThat(trainer.started).hasSize(2);
    controller.askBeforeRestart(() -> true);
    controller.restart();
    assertThat(trainer.started).hasSize(3);
    controller.askBeforeRestart(() -> false);
    controller.restart();
    assertThat(trainer.started).as("the one that is seen").hasSize(4);
  }

  @Test
  void aKnobBesideARunThatIsOverIsNotTurnedInTheOneInProgress() {
    LabRun first = ended();
    draft.set(DECAY, 0.5);
    LabRun second = run();
    controller.show(first);
    assertThat(draft.value(DECAY)).as("the panel has what is shown").isNotEqualTo(0.5);
    draft.set(DECAY, 0.125);
    controller.retune(DECAY);
    assertThat(trainer.commands).isEmpty();
    assertThat(controller.appliesOnNextRun(DECAY)).isTrue();
    assertThat(controller.appliesOnNextRun("seed")).isFalse();
    trainer.happen(new RunEvent.KnobTurned(2, 5, DECAY, 0.75));
    frame();
    assertThat(second.turned().get(DECAY)).isEqualTo(0.75);
    assertThat(first.turned().get(DECAY)).isNotEqualTo(0.75);
    assertThat(draft.value(DECAY)).isEqualTo(0.125);
  }

  @Test
  void whatWasChangedBesideTheRunInProgressIsThereOnTheWayBack() {
    LabRun first = ended();
    run();
    draft.set("task.modulus", 31L);
    controller.show(first);
    assertThat(draft.value("task.modulus")).isNotEqualTo(31L);
    controller.back();
    assertThat(draft.value("task.modulus")).isEqualTo(31L);
    assertThat(controller.appliesOnNextRun("task.modulus")).isTrue();
  }

  @Test
  void whatHappenedToARunIsToldAgainWhenItIsShownAgain() {
    LabRun first = ended();
    LabRun second = run();
    trainer.happen(new RunEvent.KnobTurned(2, 5, DECAY, 0.75));
    frame();
    controller.show(first);
    List<RunEvent> heard = new ArrayList<>();
    runs.listen(
        new LabEvents() {
          @Override
          public void onEvent(LabRun run, RunEvent event) {
            heard.add(event);
          }
        });
    trainer.memorize(5, 10);
    frame();
    assertThat(heard).as("of a run that is not shown").isEmpty();
    controller.back();
    assertThat(heard).hasSize(2);
    assertThat(second.story().now().stage()).isEqualTo(RunStage.WAITING);
  }

  @Test
  void theQueueGoesOnWhileSomebodyLooksAtAnotherRunAndTheLookStays() throws Exception {
    LabRun first = ended();
    queue.start(seeds("4-6"), Given.preset(), Until.STEPS);
    frame();
    LabRun fourth = runs.current();
    assertThat(fourth.config().seed()).isEqualTo(4);
    controller.show(first);
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(trainer.started).hasSize(3);
    assertThat(runs.current()).isSameAs(first);
    assertThat(draft.value("seed")).isEqualTo(first.config().seed());
    assertThat(runs.elsewhereProperty().get().map(LabRun::config).map(config -> config.seed()))
        .contains(5L);
    assertThat(fourth.status().state()).isEqualTo(RunState.FINISHED);
    controller.back();
    assertThat(draft.value("seed")).isEqualTo(5L);
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(runs.current().config().seed()).as("seen again, so followed").isEqualTo(6);
  }

  @Test
  void theQueueLeavesAloneWhoLooksAtAnEarlierStepOfTheRunThatEnds() throws Exception {
    queue.start(seeds("4-6"), Given.preset(), Until.STEPS);
    frame();
    LabRun first = runs.current();
    runs.lookAt(OptionalInt.of(3));
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(runs.current()).isSameAs(first);
    assertThat(runs.trains(first)).as("the trainer has another network now").isFalse();
    assertThat(runs.elsewhereProperty().get()).isPresent();
  }

  @Test
  void aRunOfTheUsersOwnEndsTheQueueAlsoWhileAnotherIsShown() throws Exception {
    LabRun first = ended();
    queue.start(seeds("4-6"), Given.preset(), Until.STEPS);
    frame();
    controller.show(first);
    frame();
    assertThat(queue.left()).isEqualTo(2);
    controller.restart();
    frame();
    assertThat(queue.left()).isZero();
  }

  @Test
  void aRunThatIsLookedAtKeepsItsCurves() throws Exception {
    LabRun first = ended();
    queue.start(seeds("1-8"), Given.preset(), Until.STEPS);
    frame();
    controller.show(first);
    for (int each = 0; each < 8; each++) {
      trainer.sample(trainer.run(), 1, 0.5);
      trainer.end(RunState.FINISHED, 9, "");
      frame();
    }
    assertThat(first.forgotten()).isFalse();
    assertThat(first.history().size()).isEqualTo(1);
    LabRun second = runs.all().get(runs.all().size() - 2);
    assertThat(second.forgotten()).isTrue();
    controller.show(runs.all().get(0));
    run();
    assertThat(first.forgotten()).as("nobody looks at it any more").isTrue();
  }

  @Test
  void theLastCheckpointOfARunIsHeardOfAfterTheNextHasBegun() throws Exception {
    queue.start(seeds("4-6"), Given.preset(), Until.STEPS);
    frame();
    LabRun first = runs.current();
    runs.lookAt(OptionalInt.of(3));
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    List<RunEvent> heard = new ArrayList<>();
    runs.listen(
        new LabEvents() {
          @Override
          public void onEvent(LabRun run, RunEvent event) {
            heard.add(event);
          }
        });
    RunEvent.CheckpointKept kept =
        new RunEvent.CheckpointKept(
            first.id(), 9, Checkpoint.Reason.ENDED, Path.of("step-9"), 1, List.of());
    trainer.happen(kept);
    frame();
    assertThat(heard).containsExactly(kept);
  }

  @Test
  void theListSaysOfBothWhatTheyAre() {
    RunWords words = new RunWords(Given.catalog());
    LabRun first = ended();
    LabRun second = run();
    controller.show(first);
    trainer.memorize(5, 10);
    frame();
    assertThat(RunFacts.of(first, words, Remarks.NONE).state())
        .isEqualTo(first.story().now().badge());
    assertThat(RunFacts.of(second, words, Remarks.NONE).state())
        .isEqualTo(second.story().now().badge());
    assertThat(second.memorized()).isPresent();
    assertThat(first.memorized()).isEmpty();
  }

  @Test
  void aFailureOfARunThatIsNotShownSaysWhichRunFailed() {
    LabRun first = ended();
    LabRun second = run();
    controller.show(first);
    trainer.end(RunState.FAILED, 7, "there is not enough memory");
    frame();
    assertThat(controller.trouble().wordsProperty().get())
        .isEqualTo(second.name() + " failed at step 7: there is not enough memory");
    assertThat(runs.status().state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void theRunOfAFolderIsShownAgainFromMemory() {
    LabRun first = ended();
    assertThat(runs.kept(new RunFolder(Path.of("nowhere")))).isEmpty();
    first.folder().ifPresent(folder -> assertThat(runs.kept(folder)).isEqualTo(Optional.of(first)));
  }

  @Test
  void behindARunAreEarlierOnesOfItsPresetAndNoOthers() {
    LabRun first = ended();
    draft.open(Given.preset("other", Given.config("optimizer.weightDecay", 9.0)));
    LabRun other = ended();
    draft.open(Given.preset());
    LabRun third = ended();
    assertThat(runs.ghosts()).containsExactly(first);
    controller.show(first);
    assertThat(runs.ghosts()).as("what came later").isEmpty();
    controller.show(other);
    assertThat(runs.ghosts()).isEmpty();
    controller.show(third);
    assertThat(runs.ghosts()).containsExactly(first);
  }
}
