package grokscope.ui.picture.answer;

import grokscope.measure.AnswerTally;
import grokscope.text.NumberText;
import grokscope.ui.picture.paint.SplitKnowledge;

/** How many answers are right, in words. Stateless, any thread. */
public final class TallyText {
  private static final String NOT_KNOWN = ". What the weights were trained on is not known.";

  private TallyText() {}

  /**
   * A sentence with all counts.
   *
   * @param split how it is known what the network was trained on
   */
  public static String of(AnswerTally tally, SplitKnowledge split) {
    if (split == SplitKnowledge.UNKNOWN) {
      return count(tally.trained() + tally.hidden())
          + " pairs: "
          + count(tally.trainedRight() + tally.hiddenRight())
          + " right. Which of them the weights were trained on is not known.";
    }
    String trained = count(tally.trained());
    String hidden = count(tally.hidden());
    if (split == SplitKnowledge.ASSUMED) {
      return trained
          + " in the training part of the settings' split: "
          + count(tally.trainedRight())
          + " right; "
          + hidden
          + " in its hidden part: "
          + count(tally.hiddenRight())
          + " right"
          + wrong(tally)
          + NOT_KNOWN;
    }
    return trained
        + " trained"
        + (tally.mislabeled() == 0 ? "" : " by the rule")
        + ": "
        + count(tally.trainedRight())
        + " right"
        + wrong(tally)
        + "; "
        + hidden
        + " hidden: "
        + count(tally.hiddenRight())
        + " right.";
  }

  /** A sentence about pictures, of which the wrong ones matter. */
  static String ofPictures(AnswerTally tally, SplitKnowledge split) {
    if (split == SplitKnowledge.UNKNOWN) {
      return rightAndWrong(
              tally.trained() + tally.hidden(), tally.trainedRight() + tally.hiddenRight())
          + NOT_KNOWN;
    }
    boolean foreign = split == SplitKnowledge.ASSUMED;
    String words =
        (foreign ? "Hidden part of the split: " : "Hidden: ")
            + rightAndWrong(tally.hidden(), tally.hiddenRight())
            + (foreign ? "; training part: " : "; trained: ")
            + rightAndWrong(tally.trained(), tally.trainedRight())
            + wrong(tally)
            + ".";
    return foreign ? words + NOT_KNOWN.substring(1) : words;
  }

  private static String rightAndWrong(int all, int right) {
    return count(right) + " right, " + count(all - right) + " wrong of " + count(all);
  }

  private static String wrong(AnswerTally tally) {
    return tally.mislabeled() == 0
        ? ""
        : "; "
            + count(tally.mislabeled())
            + " with a wrong label: "
            + count(tally.asGiven())
            + " learned as given, "
            + count(tally.byRule())
            + " answered by the rule";
  }

  private static String count(int number) {
    return NumberText.count(number);
  }
}
