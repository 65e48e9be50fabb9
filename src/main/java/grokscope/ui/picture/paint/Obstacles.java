package grokscope.ui.picture.paint;

import grokscope.task.TaskShape;
import java.util.Optional;

/**
 * Why a picture has nothing to show of a run, whatever its network has learned: one plain sentence,
 * which stands on its tab and in its place. Stateless, any thread.
 */
public final class Obstacles {
  private Obstacles() {}

  private static Optional<String> unless(boolean possible, String reason) {
    return possible ? Optional.empty() : Optional.of("Not available: " + reason + ".");
  }

  /** Of what every network has. */
  public static Optional<String> none(Subject run) {
    return Optional.empty();
  }

  /** Of the answers to all pairs or pictures. */
  public static Optional<String> toAnswers(Subject run) {
    return unless(
        run.pairs() || run.images().isPresent(),
        examples(run) + ", so there is no table of answers to show");
  }

  /** Of asking the network. */
  public static Optional<String> toAsking(Subject run) {
    boolean possible = run.pairs() || run.images().isPresent() || run.questions().isPresent();
    return unless(possible, examples(run) + ", so no answer has a probability");
  }

  /** Of what the network has learned about each number. */
  public static Optional<String> toEmbedding(Subject run) {
    return run.shape().hasTokens()
        ? unless(
            run.traits().tokenWeights(),
            "this network reads the digits of numbers, so none has weights of its own")
        : unless(false, examples(run) + ", so there are no numbers with weights of their own");
  }

  /** Of the frequencies of that. */
  public static Optional<String> toFrequencies(Subject run) {
    int numbers = run.shape().numbers();
    return toEmbedding(run)
        .or(
            () ->
                unless(
                    numbers > 2 && numbers % 2 == 1,
                    run.modular()
                        ? "this picture needs an odd modulus, and here it is " + numbers
                        : "this picture needs an odd count of numbers, and this task has "
                            + numbers));
  }

  /** Of where heads look. */
  public static Optional<String> toAttention(Subject run) {
    return unless(run.traits().heads(), "only transformers have attention heads");
  }

  /** Of what neurons do on every pair. */
  public static Optional<String> toNeurons(Subject run) {
    return unless(run.traits().neurons(), "this network has no hidden neurons")
        .or(
            () ->
                unless(
                    run.pairs(),
                    examples(run) + ", and a neuron is drawn as a square of all pairs"));
  }

  /** What the examples are, where they are no pairs with a number for the answer. */
  private static String examples(Subject run) {
    TaskShape shape = run.shape();
    if (run.images().isPresent()) {
      return "the examples of this task are images";
    }
    if (shape.valued()) {
      return "the answers of this task are real numbers";
    }
    return shape.hasTokens()
        ? "the examples of this task are sequences"
        : "the examples of this task are real numbers";
  }
}
