package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.train.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabModelTest {
  private final FakeTrainer trainer = new FakeTrainer();
  private final FakeRecords records = new FakeRecords();
  private final Draft draft = new Draft(Given.catalog(), Given.preset());
  private final LabModel model = model(records);

  private LabModel model(RunRecords records) {
    return new LabModel(Given.catalog(), Given::metrics, draft, trainer, records);
  }

  @Test
  void thePrimaryButtonRunsPausesAndResumes() {
    model.toggle();
    model.drain();
    assertThat(trainer.started).containsExactly(draft.config());
    model.toggle();
    model.drain();
    model.toggle();
    assertThat(trainer.commands).containsExactly(new Command.Pause(), new Command.Resume());
  }

  @Test
  void aStepWithoutARunBeginsOneThatWaits() {
    model.step();
    assertThat(trainer.started).hasSize(1);
    assertThat(trainer.commands).containsExactly(new Command.Step(1));
  }

  @Test
  void aWrongConfigIsNotStarted() {
    draft.type("task.modulus", "x");
    model.toggle();
    model.restart();
    model.step();
    assertThat(model.runnable()).isFalse();
    assertThat(trainer.started).isEmpty();
    assertThat(trainer.commands).isEmpty();
  }

  @Test
  void samplesOfAnEarlierRunAreDropped() {
    model.restart();
    trainer.sample(1, 1, 0.5);
    model.restart();
    trainer.sample(1, 2, 0.5);
    trainer.sample(2, 1, 0.5);
    model.drain();
    assertThat(model.currentProperty().get().history().size()).isEqualTo(1);
    assertThat(model.runs().get(1).history().size()).isEqualTo(1);
  }

  @Test
  void theStageFollowsTheRun() {
    model.restart();
    model.drain();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.MEMORISING);
    trainer.memorize(5, 10);
    trainer.sample(1, 10, 0.1);
    model.drain();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.WAITING);
    trainer.sample(1, 20, 0.6);
    model.drain();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.GENERALISING);
    trainer.grok(20, 30);
    trainer.end(RunState.FINISHED, 40, "");
    model.drain();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.GROKKED);
    assertThat(model.runs().get(0).grokked()).isPresent();
  }

  @Test
  void aLiveKnobIsSentOnceAndOnlyToARunInProgress() {
    draft.set("optimizer.weightDecay", 0.5);
    model.retune("optimizer.weightDecay");
    assertThat(trainer.commands).isEmpty();
    model.restart();
    model.drain();
    draft.set("optimizer.weightDecay", 0.1);
    model.retune("optimizer.weightDecay");
    model.retune("optimizer.weightDecay");
    assertThat(trainer.commands).containsExactly(new Command.Retune("optimizer.weightDecay", 0.1));
  }

  @Test
  void otherKnobsWaitForTheNextRun() {
    assertThat(model.appliesOnNextRun("task.modulus")).isFalse();
    model.restart();
    model.drain();
    draft.set("task.modulus", 31L);
    draft.set("optimizer.weightDecay", 0.1);
    model.retune("task.modulus");
    assertThat(trainer.commands).isEmpty();
    assertThat(model.appliesOnNextRun("task.modulus")).isTrue();
    assertThat(model.appliesOnNextRun("optimizer.weightDecay")).isFalse();
    assertThat(model.appliesOnNextRun("seed")).isFalse();
    trainer.end(RunState.FINISHED, 3, "");
    model.drain();
    assertThat(model.appliesOnNextRun("task.modulus")).isFalse();
  }

  @Test
  void aFailureIsSaidInWordsAndTheNextRunClearsIt() {
    model.restart();
    trainer.end(RunState.FAILED, 0, "there is not enough memory");
    model.drain();
    assertThat(model.troubleProperty().get()).contains("there is not enough memory");
    model.toggle();
    assertThat(trainer.started).hasSize(2);
    assertThat(model.troubleProperty().get()).isEmpty();
  }

  @Test
  void aRunThatCannotBeRecordedStillRuns() {
    LabModel unrecorded = model(new FakeRecords("the disk is full"));
    unrecorded.restart();
    trainer.sample(1, 1, 0.5);
    unrecorded.drain();
    assertThat(unrecorded.troubleProperty().get()).contains("the disk is full");
    assertThat(unrecorded.currentProperty().get().history().size()).isEqualTo(1);
  }

  @Test
  void aRecordingThatBreaksOffIsSaidOnceAndTheRunGoesOn() {
    model.restart();
    records.problem = "the disk is full.";
    trainer.sample(1, 1, 0.5);
    model.drain();
    assertThat(model.troubleProperty().get())
        .isEqualTo("This run goes on, but is not being saved now: the disk is full.");
    model.dismissTrouble();
    model.drain();
    assertThat(model.troubleProperty().get()).isEmpty();
    assertThat(model.currentProperty().get().history().size()).isEqualTo(1);
  }

  @Test
  void theLastFourRunsKeepTheirCurves() {
    for (int run = 1; run <= 8; run++) {
      model.restart();
      trainer.sample(run, 1, 0.5);
      model.drain();
    }
    assertThat(model.ghosts()).extracting(LabRun::number).containsExactly(7, 6, 5, 4);
    assertThat(model.runs()).hasSize(8);
    assertThat(model.runs().get(7).history().size()).isZero();
  }

  @Test
  void listenersHearOnlyOfTheCurrentRun() {
    List<RunEvent> heard = new ArrayList<>();
    model.listen(
        new LabEvents() {
          @Override
          public void began(LabRun run) {}

          @Override
          public void grew(LabRun run) {}

          @Override
          public void happened(LabRun run, RunEvent event) {
            heard.add(event);
          }
        });
    model.restart();
    model.restart();
    trainer.happen(new RunEvent.KnobTurned(1, 5, "optimizer.weightDecay", 0.0));
    trainer.happen(new RunEvent.KnobTurned(2, 5, "optimizer.weightDecay", 0.1));
    model.drain();
    assertThat(heard).extracting(RunEvent::run).containsExactly(2L);
  }

  @Test
  void closingClosesTheTrainerAndTheRecords() {
    model.restart();
    model.close();
    assertThat(trainer.closed()).isTrue();
    assertThat(records.closed()).isTrue();
  }
}
