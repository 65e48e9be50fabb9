package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.task.Examples;
import grokscope.task.PairSplit;
import grokscope.task.TaskShape;
import grokscope.text.NumberText;
import grokscope.train.look.TrialScore;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.report.SplitSource;
import grokscope.train.report.WeightsOrigin;
import grokscope.train.step.ExperimentFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The candidates of a file by how well they answer, with what is to be said of the choice.
 * Immutable, any thread.
 *
 * @param tried every candidate, the best first
 * @param split which pairs the network was trained on, where that is known and fits the best
 * @param remarks what was assumed, merged or left out on reading, and how sure the choice is
 */
public record Ranking(List<Tried> tried, Optional<PairSplit> split, List<String> remarks) {
  private static final double SURE = 5; // standard errors above guessing
  private static final double ALIKE = 0.01; // of all answers

  public Ranking {
    tried = List.copyOf(tried);
    remarks = List.copyOf(remarks);
  }

  /** A candidate, and how well it answers all its examples. */
  public record Tried(Candidate candidate, TrialScore score) {}

  /**
   * The candidates in their order.
   *
   * @param scores of the candidates as they were found; of a single one, none is needed
   */
  public static Ranking of(FoundWeights found, List<TrialScore> scores) {
    List<Tried> tried = new ArrayList<>();
    for (int i = 0; i < found.candidates().size(); i++) {
      TrialScore score = i < scores.size() ? scores.get(i) : TrialScore.NONE;
      tried.add(new Tried(found.candidates().get(i), score));
    }
    tried.sort(
        Comparator.comparingDouble((Tried each) -> each.score().accuracy())
            .reversed()
            .thenComparingDouble(each -> each.score().loss()));
    surestFirst(tried);
    List<String> remarks = new ArrayList<>();
    if (tried.size() > 1) {
      choice(tried).ifPresent(remarks::add);
      rivals(tried).ifPresent(remarks::add);
    }
    remarks.addAll(found.remarks());
    return new Ranking(tried, found.split(), remarks).withFittingSplit();
  }

  /** The best candidate. */
  public Candidate best() {
    return tried.get(0).candidate();
  }

  /** The best candidate, to be shown. */
  public StoredNetwork network() {
    return best().network(split);
  }

  /** The same with a split from elsewhere, which is not held against the task. */
  public Ranking with(PairSplit named) {
    return new Ranking(tried, Optional.of(named), remarks);
  }

  /**
   * What is to be said of the weights beside their numbers.
   *
   * @param given whether somebody chose the settings for these weights
   */
  public WeightsOrigin origin(boolean given) {
    return new WeightsOrigin(
        split.isPresent() ? SplitSource.NAMED : given ? SplitSource.SETTINGS : SplitSource.UNKNOWN,
        remarks);
  }

  /**
   * Of candidates that answer nearly as much of the best one's task, the one that is surest where
   * it is right comes first: a network of which too much was assumed answers the examples it has
   * learned less surely, and by chance a few more of the others.
   */
  private static void surestFirst(List<Tried> tried) {
    Tried best = tried.get(0);
    Tried surest = best;
    for (Tried each : tried) {
      boolean near = each.score().accuracy() > best.score().accuracy() - ALIKE;
      boolean surer = each.score().lossWhereRight() < surest.score().lossWhereRight();
      surest = near && surer && sameTask(each, best) ? each : surest;
    }
    tried.remove(surest);
    tried.add(0, surest);
  }

  private Ranking withFittingSplit() {
    if (split.isEmpty()) {
      return this;
    }
    try {
      Examples examples = ExperimentFactory.examples(best().config());
      split.get().of(examples);
      return this;
    } catch (InvalidConfig other) {
      List<String> more = new ArrayList<>(remarks);
      more.add(
          "The file names training examples, but not of this task ("
              + other.getMessage().replaceFirst("\\.$", "")
              + "), so they were left out.");
      return new Ranking(tried, Optional.empty(), more);
    }
  }

  private static Optional<String> choice(List<Tried> tried) {
    Tried best = tried.get(0);
    if (!aboveChance(best)) {
      return Optional.of(
          "Nothing says what the network was trained for: of "
              + tried.size()
              + " candidates none answers more than guessing would. It is shown as "
              + best.candidate().words()
              + ".");
    }
    Optional<Tried> next = tried.stream().filter(each -> !sameTask(each, best)).findFirst();
    return Optional.of(
        "It is taken for "
            + best.candidate().words()
            + ", the best of "
            + tried.size()
            + " candidates: it answers "
            + NumberText.perCent(best.score().accuracy())
            + " of all examples correctly"
            + next.map(
                    other ->
                        "; the next best task, "
                            + other.candidate().words()
                            + ", "
                            + NumberText.perCent(other.score().accuracy()))
                .orElse("")
            + ".");
  }

  /** Other candidates that answer as well, so that the choice is not sure. */
  private static Optional<String> rivals(List<Tried> tried) {
    Tried best = tried.get(0);
    List<Tried> alike =
        tried.stream()
            .skip(1)
            .filter(each -> each.score().accuracy() > best.score().accuracy() - ALIKE)
            .limit(3)
            .toList();
    if (alike.isEmpty() || !aboveChance(best)) {
      return Optional.empty();
    }
    String others =
        alike.stream()
            .map(
                each ->
                    each.candidate().words()
                        + " ("
                        + NumberText.perCent(each.score().accuracy())
                        + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        "Almost as many answers would be right for "
            + others
            + (sameTask(alike.get(0), best)
                ? "; what is surest where it is right was chosen."
                : "; which of them it is, the weights do not tell for sure."));
  }

  private static boolean sameTask(Tried one, Tried other) {
    return one.candidate().config().task().equals(other.candidate().config().task());
  }

  private static boolean aboveChance(Tried tried) {
    TaskShape shape = TaskOptions.shape(tried.candidate().config());
    double chance = 1.0 / Math.max(2, shape.classes());
    double error = Math.sqrt(chance * (1 - chance) / shape.examples());
    return tried.score().accuracy() > chance + SURE * error;
  }
}
