package grokscope.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.Look;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.Sight;
import grokscope.telemetry.Snapshot;
import grokscope.train.Command;
import grokscope.train.Laboratory;
import grokscope.train.Stilled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionerTest {
  private static final long GAP = 150;
  private static final Look ANSWERS = Look.at(Sight.ANSWERS);
  private static final Look WEIGHTS = Look.at(Sight.WEIGHTS);

  private final List<Command.Show> sent = new ArrayList<>();
  private long now = 1000;
  private final Questioner questioner =
      new Questioner(command -> sent.add((Command.Show) command), () -> now);

  private static RunStatus status(long run, RunState state, int step) {
    return new RunStatus(run, state, step, 100, 1, Optional.empty(), Optional.empty(), "");
  }

  private static Snapshot snapshot(long run, int step) {
    return new Snapshot(
        run,
        step,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Questioner.Answer answer(long run, int step) {
    return new Questioner.Answer(Optional.of(snapshot(run, step)), "");
  }

  private void ask(long run, RunState state, int step, Look look) {
    questioner.ask("picture", status(run, state, step), look, GAP);
  }

  @Test
  void onlyOneQuestionIsOpenAndTheNextWaitsForTheGap() {
    ask(1, RunState.RUNNING, 5, ANSWERS);
    now += 1000;
    ask(1, RunState.RUNNING, 6, ANSWERS);
    assertThat(sent).hasSize(1);
    sent.get(0).reply().accept(snapshot(1, 6));
    ask(1, RunState.RUNNING, 7, ANSWERS);
    assertThat(sent).as("the answer has not been fetched").hasSize(1);
    assertThat(questioner.answer("picture", 1)).contains(answer(1, 6));
    assertThat(questioner.answer("picture", 1)).isEmpty();
    ask(1, RunState.RUNNING, 7, ANSWERS);
    assertThat(sent).hasSize(2);
    sent.get(1).reply().accept(snapshot(1, 7));
    questioner.answer("picture", 1);
    now += GAP - 1;
    ask(1, RunState.RUNNING, 8, ANSWERS);
    assertThat(sent).hasSize(2);
    now++;
    ask(1, RunState.RUNNING, 8, ANSWERS);
    assertThat(sent).hasSize(3);
  }

  @Test
  void aPausedRunIsAskedAgainOnlyAboutSomethingElse() {
    for (int frame = 0; frame < 3; frame++) {
      ask(1, RunState.PAUSED, 5, ANSWERS);
      sent.get(0).reply().accept(snapshot(1, 5));
      questioner.answer("picture", 1);
      now += 1000;
    }
    assertThat(sent).hasSize(1);
    ask(1, RunState.PAUSED, 5, WEIGHTS);
    assertThat(sent).extracting(Command.Show::look).containsExactly(ANSWERS, WEIGHTS);
  }

  @Test
  void anAnswerOfAnEarlierRunIsDroppedAndKeepsNobodyWaiting() {
    ask(1, RunState.RUNNING, 5, ANSWERS);
    now += 1000;
    ask(2, RunState.RUNNING, 0, ANSWERS);
    assertThat(sent).hasSize(2);
    sent.get(0).reply().accept(snapshot(1, 5));
    assertThat(questioner.answer("picture", 2)).isEmpty();
    sent.get(1).reply().accept(snapshot(2, 0));
    assertThat(questioner.answer("picture", 2)).contains(answer(2, 0));
  }

  @Test
  void anAnswerToAnotherPictureIsDropped() {
    ask(1, RunState.RUNNING, 5, ANSWERS);
    sent.get(0).reply().accept(snapshot(1, 5));
    assertThat(questioner.answer("other", 1)).isEmpty();
    now += 1000;
    questioner.ask("other", status(1, RunState.RUNNING, 5), ANSWERS, GAP);
    assertThat(sent).hasSize(2);
  }

  @Test
  void anotherNetworkIsAskedOnceAndMayRefuse() {
    List<Command.ShowStilled> stilled = new ArrayList<>();
    Questioner other =
        new Questioner(command -> stilled.add((Command.ShowStilled) command), () -> now);
    Stilled network = new Stilled(-1, 30, new Laboratory(8L << 30).catalog().defaults(), List.of());
    other.ask("picture", network, ANSWERS, GAP);
    now += 1000;
    other.ask("picture", network, ANSWERS, GAP);
    assertThat(stilled).extracting(Command.ShowStilled::network).containsExactly(network);
    stilled.get(0).refusal().accept("It does not fit.");
    assertThat(other.answer("picture", -1))
        .contains(new Questioner.Answer(Optional.empty(), "It does not fit."));
    other.ask("picture", network, ANSWERS, GAP);
    assertThat(stilled).as("the same question is not repeated").hasSize(1);
    other.forget();
    other.ask("picture", network, ANSWERS, GAP);
    assertThat(stilled).as("unless something else was seen meanwhile").hasSize(2);
  }

  @Test
  void aRunWithoutANetworkIsNotAsked() {
    ask(0, RunState.IDLE, 0, ANSWERS);
    ask(1, RunState.PREPARING, 0, ANSWERS);
    ask(1, RunState.FAILED, 3, ANSWERS);
    assertThat(sent).isEmpty();
    ask(1, RunState.STOPPED, 3, ANSWERS);
    assertThat(sent).hasSize(1);
  }
}
