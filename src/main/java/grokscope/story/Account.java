package grokscope.story;

import grokscope.measure.phase.PhaseVerdict;
import java.util.List;

/**
 * All that is said of a run at one of its steps: every place that shows or writes a word about a
 * run takes it from here. Immutable, any thread.
 *
 * @param step the last evaluation that it knows; −1 before the first
 * @param past whether the run went on from there
 * @param over whether the run is over, and this is its end
 * @param stage where the run stands
 * @param badge the words of the badge
 * @param verdict what the run is
 * @param bands its phases, which meet
 * @param marks what it has reached and lost
 * @param sentence what it is, in one sentence; empty before the first evaluation
 * @param watch what is worth watching and what to expect; may be empty
 */
public record Account(
    int step,
    boolean past,
    boolean over,
    RunStage stage,
    String badge,
    PhaseVerdict verdict,
    List<PhaseBand> bands,
    List<ReachedMark> marks,
    String sentence,
    String watch) {
  /** Before anything has run. */
  public static final Account NOTHING_YET =
      new Account(
          -1,
          false,
          false,
          RunStage.READY,
          RunStage.READY.words(),
          PhaseVerdict.NOT_LEARNED,
          List.of(),
          List.of(),
          "",
          "");

  public Account {
    bands = List.copyOf(bands);
    marks = List.copyOf(marks);
  }

  /** The sentence, and what is worth watching. */
  public String words() {
    return (sentence + " " + watch).strip();
  }

  /** Whether all bands are certain. */
  public boolean certain() {
    return bands.stream().allMatch(PhaseBand::certain);
  }
}
