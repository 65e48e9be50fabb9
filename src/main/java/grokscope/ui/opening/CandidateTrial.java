package grokscope.ui.opening;

import grokscope.measure.fourier.Score;
import grokscope.run.weights.Candidate;
import grokscope.run.weights.FoundWeights;
import grokscope.run.weights.RankedWeights;
import grokscope.train.loop.Question;
import grokscope.train.loop.ReplyBox;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Has the trainer try everything that a file may be: one network after the other, so that a run in
 * progress never waits for more than one of them. FX thread only.
 */
final class CandidateTrial {
  private final ReplyBox replies;
  private final FoundWeights found;
  private final BooleanSupplier wanted;
  private final BiConsumer<Integer, Integer> progress;
  private final int all;
  private final Deque<List<Candidate>> left;
  private final List<Candidate> tried = new ArrayList<>();
  private final List<Score> scores = new ArrayList<>();
  private String refusal = "";

  /**
   * A trial that has not begun.
   *
   * @param wanted whether somebody still waits for what comes of it
   * @param progress hears how many networks have been tried, and of how many
   */
  CandidateTrial(
      ReplyBox replies,
      FoundWeights found,
      BooleanSupplier wanted,
      BiConsumer<Integer, Integer> progress) {
    this.replies = replies;
    this.found = found;
    this.wanted = wanted;
    this.progress = progress;
    this.left = new ArrayDeque<>(networks(found.candidates()));
    this.all = left.size();
  }

  /** The candidates that are one network with different tasks, which it answers at once. */
  private static List<List<Candidate>> networks(List<Candidate> candidates) {
    List<List<Candidate>> networks = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Optional<List<Candidate>> known =
          networks.stream().filter(other -> same(other.get(0), candidate)).findFirst();
      if (known.isPresent()) {
        known.get().add(candidate);
      } else {
        networks.add(new ArrayList<>(List.of(candidate)));
      }
    }
    return networks;
  }

  private static boolean same(Candidate one, Candidate other) {
    return one.weights() == other.weights() // by identity: they are large
        && one.config().model().equals(other.config().model());
  }

  /**
   * Tries them.
   *
   * @param done gets those that could be tried, the best first
   * @param refused gets a sentence when none could
   */
  void begin(Consumer<RankedWeights> done, Consumer<String> refused) {
    List<Candidate> network = left.poll();
    if (network != null) {
      progress.accept(all - left.size() - 1, all);
      ask(network, done, refused);
    } else if (tried.isEmpty()) {
      refused.accept(refusal);
    } else {
      done.accept(RankedWeights.of(found.with(tried), scores));
    }
  }

  private void ask(
      List<Candidate> network, Consumer<RankedWeights> done, Consumer<String> refused) {
    replies.ask(
        new Question.Try(
            network.stream().map(candidate -> candidate.network(Optional.empty())).toList()),
        answer -> wanted.getAsBoolean(),
        answer -> {
          answer.found().ifPresent(each -> take(network, each));
          if (!answer.refusal().isEmpty()) {
            refusal = answer.refusal();
          }
          begin(done, refused);
        });
  }

  private void take(List<Candidate> network, List<Score> each) {
    tried.addAll(network);
    scores.addAll(each);
  }
}
