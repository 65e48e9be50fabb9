package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.measure.fourier.Score;
import grokscope.task.Examples;
import grokscope.task.PairSplit;
import grokscope.task.TaskShape;
import grokscope.text.NumberText;
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
 * @param settled whether the settings are known, because they were given or the file has them
 * @param remarks what was assumed, merged or left out on reading, and how sure the choice is
 */
public record RankedWeights(
    List<Tried> tried, Optional<PairSplit> split, boolean settled, List<String> remarks) {
  private static final int MOST_RIVALS = 3;
  private static final double SURE = 5; // standard errors above guessing
  private static final double ALIKE = 0.005; // of all answers
  private static final double AS_SURE = 1.1; // times the loss
  private static final double SURE_ENOUGH = 0.01; // more loss than that, but not
  private static final double MUCH = 10; // times it

  public RankedWeights {
    tried = List.copyOf(tried);
    remarks = List.copyOf(remarks);
  }

  /** A candidate, and how well it answers all its examples. */
  public record Tried(Candidate candidate, Score score) {}

  /**
   * The candidates in their order.
   *
   * @param scores of the candidates as they were found; of a single one, none is needed
   */
  public static RankedWeights of(FoundWeights found, List<Score> scores) {
    List<Tried> tried = new ArrayList<>();
    for (int i = 0; i < found.candidates().size(); i++) {
      Score score = i < scores.size() ? scores.get(i) : new Score(Double.NaN, Double.NaN);
      tried.add(new Tried(found.candidates().get(i), score));
    }
    tried.sort(
        Comparator.comparingDouble((Tried each) -> each.score().accuracy())
            .reversed()
            .thenComparingDouble(each -> each.score().loss()));
    if (aboveChance(tried.get(0))) {
      likeliestFirst(tried, found.candidates());
    } else { // as they were found
      tried.sort(Comparator.comparingInt(each -> found.candidates().indexOf(each.candidate())));
    }
    List<String> remarks = new ArrayList<>();
    if (tried.size() > 1) {
      choice(tried).ifPresent(remarks::add);
      rivals(tried).ifPresent(remarks::add);
    }
    remarks.addAll(tried.get(0).candidate().remarks());
    return new RankedWeights(tried, found.split(), found.settled(), remarks).withFittingSplit();
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
  public RankedWeights with(PairSplit named) {
    return new RankedWeights(tried, Optional.of(named), settled, remarks);
  }

  /** What is to be said of the weights beside their numbers. */
  public WeightsOrigin origin() {
    SplitSource source = settled ? SplitSource.SETTINGS : SplitSource.UNKNOWN;
    return new WeightsOrigin(split.isPresent() ? SplitSource.NAMED : source, remarks);
  }

  /**
   * Of candidates for the best one's task that answer nearly as much, and nearly as surely, the one
   * that was likeliest beforehand comes first: a network reads almost alike with ReLU and with
   * GELU, and which has a few more answers right is chance.
   */
  private static void likeliestFirst(List<Tried> tried, List<Candidate> found) {
    Tried best = tried.get(0);
    Tried likeliest = best;
    for (Tried each : tried) {
      boolean before = found.indexOf(each.candidate()) < found.indexOf(likeliest.candidate());
      likeliest = alike(each, best) && before ? each : likeliest;
    }
    tried.remove(likeliest);
    tried.add(0, likeliest);
  }

  private static boolean alike(Tried each, Tried best) {
    return sameTask(each, best)
        && each.score().accuracy() >= best.score().accuracy() - ALIKE
        && nearlyAsSure(each.score().loss(), best.score().loss());
  }

  private static boolean nearlyAsSure(double loss, double best) {
    return loss <= Math.max(AS_SURE * best, Math.min(best + SURE_ENOUGH, MUCH * best));
  }

  private RankedWeights withFittingSplit() {
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
      return new RankedWeights(tried, Optional.empty(), settled, more);
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
            + ", of "
            + tried.size()
            + " candidates: it answers "
            + share(best)
            + " of all examples correctly"
            + next.map(other -> ", and as " + other.candidate().words() + " " + share(other))
                .orElse("")
            + ".");
  }

  /** Other candidates that answer as well, so that the choice is not sure. */
  private static Optional<String> rivals(List<Tried> tried) {
    Tried best = tried.get(0);
    double most = tried.stream().mapToDouble(each -> each.score().accuracy()).max().orElse(0);
    List<Tried> alike =
        tried.stream()
            .skip(1)
            .filter(each -> each.score().accuracy() >= most - ALIKE)
            .limit(MOST_RIVALS)
            .toList();
    if (alike.isEmpty() || !aboveChance(best)) {
      return Optional.empty();
    }
    return Optional.of(
        "The weights do not tell it from "
            + alike.stream()
                .map(each -> each.candidate().words() + " (" + share(each) + ")")
                .collect(Collectors.joining(", "))
            + "; settings that say which it is can.");
  }

  private static String share(Tried tried) {
    return NumberText.perCent(tried.score().accuracy());
  }

  private static boolean sameTask(Tried one, Tried other) {
    return one.candidate().config().task().equals(other.candidate().config().task());
  }

  private static boolean aboveChance(Tried tried) {
    Examples examples = ExperimentFactory.examples(tried.candidate().config());
    double chance = commonest(examples);
    double error = Math.sqrt(chance * (1 - chance) / examples.size());
    return tried.score().accuracy() > chance + SURE * error;
  }

  /** The share of right answers for whoever always gives the same one: 2 in 59 of x · y mod 59. */
  private static double commonest(Examples examples) {
    TaskShape shape = examples.shape();
    if (shape.valued() || shape.allAnswers() != 1) {
      return 1.0 / Math.max(2, shape.classes());
    }
    int[] count = new int[shape.classes()];
    int most = 0;
    for (int i = 0; i < examples.size(); i++) {
      most = Math.max(most, ++count[examples.answer(i)]);
    }
    return (double) most / examples.size();
  }
}
