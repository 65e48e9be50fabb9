package grokscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.queue.PlannedRun;
import grokscope.config.queue.QueuePlan;
import grokscope.config.queue.Variation;
import grokscope.story.RunWords;
import grokscope.telemetry.RunState;
import grokscope.text.ClockText;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.RunRequest.Until;
import grokscope.ui.setting.Draft;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of a queue follow each other, until somebody wants something else. */
class RunQueueTest {
  private final FakeTrainer trainer = new FakeTrainer();
  private final Draft draft = new Draft(Given.catalog(), Given.preset());
  private final RunController controller =
      new RunController(Given.catalog(), Given::metrics, draft, trainer, new FakeRecords());
  private final RunQueue queue = new RunQueue(controller, new RunWords(Given.catalog()));
  private QueuePlan plan;

  @BeforeEach
  void start() throws Exception {
    plan =
        QueuePlan.of(
            Given.catalog(),
            draft.config(),
            List.of(Variation.seeds(Given.catalog(), draft.config(), "4-6")));
    queue.start(plan, Given.preset(), Until.STEPS);
    frame();
  }

  private void frame() {
    controller.intake().drain();
    queue.advance();
  }

  @Test
  void theNextRunBeginsWhenOneHasEndedAndNotBefore() {
    assertThat(queue.wordsProperty().get()).isEqualTo("run 1 of 3 · seed 4");
    frame();
    assertThat(trainer.started).hasSize(1);
    for (RunState state : List.of(RunState.FINISHED, RunState.DIVERGED, RunState.FAILED)) {
      trainer.end(state, 9, "");
      frame();
    }
    assertThat(trainer.started).isEqualTo(plan.runs().stream().map(PlannedRun::config).toList());
    assertThat(queue.wordsProperty().get()).isEmpty();
    frame();
    assertThat(trainer.started).hasSize(3);
  }

  @Test
  void stopThisLeadsToTheNextOneAndStopAllToNone() {
    queue.stopThis();
    frame();
    assertThat(trainer.started).hasSize(2);
    assertThat(queue.wordsProperty().get()).isEqualTo("run 2 of 3 · seed 5");
    frame();
    queue.stopAll();
    frame();
    assertThat(trainer.started).hasSize(2);
    assertThat(trainer.commands).containsExactly(new Command.Stop(), new Command.Stop());
    assertThat(queue.wordsProperty().get()).isEmpty();
  }

  @Test
  void aRunOfTheUsersOwnEndsTheQueue() {
    controller.restart();
    frame();
    assertThat(queue.wordsProperty().get()).isEmpty();
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(trainer.started).hasSize(2);
    assertThat(trainer.started.get(1)).isEqualTo(draft.config());
  }

  @Test
  void thePanelShowsTheSettingsOfEachRunUnlessSomebodyPreparesOthers() {
    assertThat(draft.value("seed")).isEqualTo(4L);
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(draft.value("seed")).isEqualTo(5L);
    assertThat(draft.forNextRunProperty().get()).isFalse();
    draft.set("seed", 77L);
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(trainer.started).hasSize(3);
    assertThat(draft.value("seed")).isEqualTo(77L);
    assertThat(controller.appliesOnNextRun("seed")).isTrue();
    assertThat(draft.left()).isEmpty();
  }

  @Test
  void anotherPresetDoesNotNameTheRunsOfAQueue() {
    draft.open(Given.preset("other", Given.config("task.modulus", 7L)));
    assertThat(controller.aheadProperty().get()).isTrue();
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(controller.runs().current().preset()).isEqualTo(Given.preset());
    assertThat(draft.value("task.modulus")).isEqualTo(7L);
    assertThat(controller.aheadProperty().get()).isTrue();
  }

  @Test
  void aPausedQueueWaitsAfterTheRunAndSaysSo() {
    queue.heldProperty().set(true);
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(trainer.started).hasSize(1);
    assertThat(queue.wordsProperty().get()).isEqualTo("run 1 of 3 has ended · the queue is paused");
    frame();
    queue.heldProperty().set(false);
    frame();
    assertThat(trainer.started).hasSize(2);
    queue.heldProperty().set(true);
    queue.skip(queue.waitingProperty().get().get(0));
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(queue.wordsProperty().get()).as("nothing is left to wait for").isEmpty();
    assertThat(queue.begunProperty().get()).hasSize(2);
  }

  @Test
  void aRunThatWaitsCanBeSkipped() {
    assertThat(queue.waitingProperty().get())
        .extracting(queue::words)
        .containsExactly("seed 5", "seed 6");
    queue.skip(queue.waitingProperty().get().get(0));
    assertThat(queue.left()).isEqualTo(1);
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(trainer.started.get(1).seed()).isEqualTo(6);
    assertThat(queue.wordsProperty().get()).isEqualTo("run 2 of 2 · seed 6");
  }

  @Test
  void theTimeLeftIsThatOfTheStepsLeftAtTheSpeedSoFar() {
    trainer.took(10, 500);
    frame();
    int steps = 2 * draft.config().steps() + draft.config().steps() - 500;
    assertThat(queue.wordsProperty().get())
        .isEqualTo("run 1 of 3 · seed 4 · " + ClockText.about(steps * 10 / 500.0) + " left");
  }

  @Test
  void everyRunEndsWhenItHasGrokkedIfThatIsWanted() {
    queue.start(plan, Given.preset(), Until.GENERALIZED);
    frame();
    trainer.end(RunState.FINISHED, 9, "");
    frame();
    assertThat(trainer.requests.subList(1, 3))
        .extracting(RunRequest::until)
        .containsOnly(Until.GENERALIZED);
  }
}
