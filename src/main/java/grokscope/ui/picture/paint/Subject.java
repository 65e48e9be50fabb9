package grokscope.ui.picture.paint;

import grokscope.config.RunConfig;
import grokscope.measure.fourier.NumberWeights;
import grokscope.model.NetworkTraits;
import grokscope.task.ImageSize;
import grokscope.task.QuestionForm;
import grokscope.task.Task;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import grokscope.telemetry.ProfileHistory;
import grokscope.train.lab.Choices;
import grokscope.train.step.Seeds;
import java.util.Optional;

/**
 * The run that pictures are of, or the weights from elsewhere. FX thread only; needs no toolkit.
 *
 * @param run the id that its telemetry carries
 * @param name what it is called on the screen
 * @param config what it was started with, or what the weights are examined with
 * @param split how it is known what its network was trained on
 * @param shares its embedding's shares of power by frequency, growing
 * @param norms the norms of its matrices, growing
 */
public record Subject(
    long run,
    String name,
    RunConfig config,
    SplitKnowledge split,
    ProfileHistory shares,
    ProfileHistory norms) {
  /** Whether the weights are from elsewhere, so that nothing is known of their training. */
  public boolean foreign() {
    return split != SplitKnowledge.OWN_RUN;
  }

  private Task learned() {
    return Tasks.of(config.task());
  }

  /** The sizes of what it learns. */
  public TaskShape shape() {
    return learned().shape(config.task());
  }

  /** What there is inside its network. */
  NetworkTraits traits() {
    return new Choices(config).anatomy();
  }

  /** What the weights of each number are called. */
  public String numberWeights() {
    return NumberWeights.of(traits().embedding()).words();
  }

  /** Whether it learns a table of sums modulo an odd number, on which waves can be seen. */
  public boolean sums() {
    return learned().cyclicSums(config.task()).isPresent();
  }

  /** Whether its numbers are those modulo another. */
  boolean modular() {
    return learned().isModular();
  }

  /** Whether it learns a table of pairs that are answered with a class. */
  public boolean pairs() {
    TaskShape shape = shape();
    return shape.hasTokens() && shape.operands() == 2 && shape.allAnswers() == 1 && !shape.valued();
  }

  /** The size of the pictures that it learns to classify, if it does. */
  public Optional<ImageSize> images() {
    return learned().imageSize(config.task());
  }

  /** How its sequences are typed, if it learns some that can be. */
  public Optional<QuestionForm> questions() {
    return pairs()
        ? Optional.empty()
        : learned().questions(config.task(), new Seeds(config.seed()).task());
  }

  /** Whether some of its training answers are wrong on purpose. */
  public boolean mislabels() {
    return config.data().large("outliers") > 0 || config.data().real("labelNoise") > 0;
  }

  /** What it learns, in a few words. */
  public String task() {
    return learned().title(config.task());
  }

  /** What a token stands for. */
  public String token(int token) {
    return learned().token(config.task(), token);
  }
}
