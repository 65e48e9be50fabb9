package grokscope.ui.session;

import grokscope.run.weights.Candidate;
import grokscope.run.weights.FoundWeights;
import grokscope.run.weights.RankedWeights;
import grokscope.task.PairSplit;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of weights and all that it may be. Immutable, any thread.
 *
 * @param name of the file
 * @param kind of file, in words with an article: "a PyTorch file"
 * @param found what was recognised in it
 * @param given of that, what it is with the settings that the experiment panel had
 * @param ranking what it may be, tried
 * @param pairs what the network was trained on, where that is known
 */
public record WeightsFile(
    String name,
    String kind,
    FoundWeights found,
    List<Candidate> given,
    RankedWeights ranking,
    Optional<Pairs> pairs) {
  private static final double NEARLY = 0.05; // of all answers

  /**
   * Pairs that a network was trained on.
   *
   * @param source who says so: the file itself, or the name of a list
   */
  public record Pairs(PairSplit split, String source) {}

  public WeightsFile {
    given = List.copyOf(given);
  }

  /** Whether a reading is the one with the settings that somebody had chosen. */
  public boolean given(RankedWeights.Tried reading) {
    return given.contains(reading.candidate());
  }

  /**
   * What is shown first: the best, or with the given settings, if these have its task and answer
   * nearly as much.
   */
  public RankedWeights.Tried first() {
    RankedWeights.Tried best = ranking.tried().get(0);
    return ranking.tried().stream()
        .filter(this::given)
        .filter(each -> each.candidate().config().task().equals(best.candidate().config().task()))
        .filter(each -> each.score().accuracy() >= best.score().accuracy() - NEARLY)
        .findFirst()
        .orElse(best);
  }

  /** The same with other training pairs, or without. */
  public WeightsFile with(Optional<Pairs> others) {
    return new WeightsFile(name, kind, found, given, ranking, others);
  }

  /** The pairs alone. */
  public Optional<PairSplit> split() {
    return pairs.map(Pairs::split);
  }

  /** What was assumed, merged or left out where they are shown in one of these ways. */
  List<String> remarks(RankedWeights.Tried reading) {
    RankedWeights.Tried best = ranking.tried().get(0);
    if (reading.equals(best)) {
      return ranking.remarks();
    }
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "It is shown as "
            + reading.candidate().words()
            + (given(reading)
                ? ", because it fits the settings on the left: so it answers "
                : ", because that was chosen: so it answers ")
            + NumberText.perCent(reading.score().accuracy())
            + " of all examples correctly, and as "
            + best.candidate().words()
            + " "
            + NumberText.perCent(best.score().accuracy())
            + ".");
    remarks.addAll(reading.candidate().remarks());
    return remarks;
  }
}
