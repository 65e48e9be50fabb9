package grokscope.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.Answer;
import grokscope.train.loop.Command;
import grokscope.train.loop.Question;
import grokscope.train.loop.ReplyBox;
import grokscope.train.loop.StoredNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotRequesterTest {
  private static final long GAP = 150;
  private static final SnapshotRequest ANSWERS = SnapshotRequest.at(SnapshotPart.ANSWERS);
  private static final SnapshotRequest WEIGHTS = SnapshotRequest.at(SnapshotPart.WEIGHTS);

  private final List<Command.Ask<?>> sent = new ArrayList<>();
  private final List<Answer<Snapshot>> taken = new ArrayList<>();
  private String asker = "picture";
  private long run = 1;
  private long now = 1000;
  private final ReplyBox replies = new ReplyBox(command -> sent.add((Command.Ask<?>) command));
  private final SnapshotRequester snapshotRequester =
      new SnapshotRequester(
          replies, () -> now, (who, which) -> who.equals(asker) && which == run, taken::add);

  @SuppressWarnings("unchecked")
  private void reply(int question, Answer<Snapshot> answer) {
    ((Command.Ask<Snapshot>) sent.get(question)).reply().accept(answer);
  }

  private void reply(int question, long run, int step) {
    reply(question, answer(run, step));
  }

  private static RunStatus status(long run, RunState state, int step) {
    return new RunStatus(run, state, step, 100, 1, Optional.empty(), Optional.empty(), "");
  }

  private static Snapshot snapshot(long run, int step) {
    return Snapshot.ofWeights(run, step, List.of());
  }

  private static Answer<Snapshot> answer(long run, int step) {
    return Answer.of(snapshot(run, step));
  }

  private void ask(long run, RunState state, int step, SnapshotRequest snapshotRequest) {
    snapshotRequester.ask(asker, status(run, state, step), snapshotRequest, GAP);
  }

  @Test
  void onlyOneQuestionIsOpenAndTheNextWaitsForTheGap() {
    ask(1, RunState.RUNNING, 5, ANSWERS);
    now += 1000;
    ask(1, RunState.RUNNING, 6, ANSWERS);
    assertThat(sent).hasSize(1);
    reply(0, 1, 6);
    ask(1, RunState.RUNNING, 7, ANSWERS);
    assertThat(sent).as("the answer has not been fetched").hasSize(1);
    assertThat(taken).isEmpty();
    replies.drain();
    assertThat(taken).containsExactly(answer(1, 6));
    replies.drain();
    assertThat(taken).hasSize(1);
    ask(1, RunState.RUNNING, 7, ANSWERS);
    assertThat(sent).hasSize(2);
    reply(1, 1, 7);
    replies.drain();
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
      reply(0, 1, 5);
      replies.drain();
      now += 1000;
    }
    assertThat(sent).hasSize(1);
    ask(1, RunState.PAUSED, 5, WEIGHTS);
    assertThat(sent)
        .extracting(asked -> (Object) asked.question())
        .containsExactly(new Question.Show(ANSWERS), new Question.Show(WEIGHTS));
  }

  @Test
  void anAnswerOfAnEarlierRunIsDroppedAndKeepsNobodyWaiting() {
    ask(1, RunState.RUNNING, 5, ANSWERS);
    now += 1000;
    run = 2;
    ask(2, RunState.RUNNING, 0, ANSWERS);
    assertThat(sent).hasSize(2);
    reply(0, 1, 5);
    replies.drain();
    assertThat(taken).isEmpty();
    now += 1000;
    ask(2, RunState.RUNNING, 1, ANSWERS);
    assertThat(sent).as("its answer is still awaited").hasSize(2);
    reply(1, 2, 0);
    replies.drain();
    assertThat(taken).containsExactly(answer(2, 0));
  }

  /** The trainer may have begun another run before it came to the question. */
  @Test
  void anAnswerOfALaterRunIsDropped() {
    ask(1, RunState.RUNNING, 5, ANSWERS);
    reply(0, 2, 0);
    replies.drain();
    assertThat(taken).isEmpty();
    now += 1000;
    ask(1, RunState.RUNNING, 6, ANSWERS);
    assertThat(sent).hasSize(2);
  }

  @Test
  void anAnswerToAnotherPictureIsDropped() {
    ask(1, RunState.RUNNING, 5, ANSWERS);
    reply(0, 1, 5);
    asker = "other";
    replies.drain();
    assertThat(taken).isEmpty();
    now += 1000;
    ask(1, RunState.RUNNING, 5, ANSWERS);
    assertThat(sent).hasSize(2);
  }

  @Test
  void anotherNetworkIsAskedOnceAndMayRefuse() {
    run = -1;
    StoredNetwork network = stilled();
    snapshotRequester.ask("picture", network, ANSWERS, GAP);
    now += 1000;
    snapshotRequester.ask("picture", network, ANSWERS, GAP);
    assertThat(sent)
        .extracting(asked -> (Object) asked.question())
        .containsExactly(new Question.ShowStored(network, ANSWERS));
    reply(0, Answer.refused("It does not fit."));
    replies.drain();
    assertThat(taken).containsExactly(Answer.refused("It does not fit."));
    snapshotRequester.ask("picture", network, ANSWERS, GAP);
    assertThat(sent).as("the same question is not repeated").hasSize(1);
    snapshotRequester.forget();
    snapshotRequester.ask("picture", network, ANSWERS, GAP);
    assertThat(sent).as("unless something else was seen meanwhile").hasSize(2);
  }

  private static StoredNetwork stilled() {
    Tensor tensor = new Tensor("embed.W_E", new int[] {1}, new float[] {3});
    return new StoredNetwork(
        -1, 30, new Laboratory(8L << 30).catalog().defaults(), List.of(tensor));
  }

  @Test
  void weightsAtHandAreNotAskedFor() {
    run = -1;
    StoredNetwork network = stilled();
    snapshotRequester.ask("picture", network, WEIGHTS, GAP);
    snapshotRequester.ask("picture", network, WEIGHTS, GAP);
    assertThat(sent).isEmpty();
    assertThat(taken).hasSize(1);
    Snapshot seen = taken.get(0).found().orElseThrow();
    assertThat(seen.step()).isEqualTo(30);
    assertThat(seen.weights()).isEqualTo(network.weights());
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
