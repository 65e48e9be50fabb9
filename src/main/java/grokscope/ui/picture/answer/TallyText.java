package grokscope.ui.picture.answer;

import grokscope.measure.AnswerTally;
import grokscope.text.NumberText;

/** How many answers are right, in words. Stateless, any thread. */
public final class TallyText {
  private TallyText() {}

  /**
   * A sentence with all counts.
   *
   * @param foreign whether nobody knows what the weights were trained on
   */
  public static String of(AnswerTally tally, boolean foreign) {
    String trained = count(tally.trained());
    String hidden = count(tally.hidden());
    if (foreign) {
      return trained
          + " in the training part of the split chosen on the left: "
          + count(tally.trainedRight())
          + " right; "
          + hidden
          + " in its hidden part: "
          + count(tally.hiddenRight())
          + " right"
          + wrong(tally)
          + ". What the weights were trained on is not known.";
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
  static String ofPictures(AnswerTally tally, boolean foreign) {
    String words =
        (foreign ? "Hidden part of the split: " : "Hidden: ")
            + rightAndWrong(tally.hidden(), tally.hiddenRight())
            + (foreign ? "; training part: " : "; trained: ")
            + rightAndWrong(tally.trained(), tally.trainedRight())
            + wrong(tally)
            + ".";
    return foreign ? words + " What the weights were trained on is not known." : words;
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
