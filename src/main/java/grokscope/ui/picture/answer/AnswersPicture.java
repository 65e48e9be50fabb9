package grokscope.ui.picture.answer;

import grokscope.ui.picture.paint.Obstacles;
import grokscope.ui.picture.paint.PictureChoice;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.SplitKnowledge;
import grokscope.ui.picture.paint.Subject;
import java.time.Duration;

/** What the network answers to every pair, or to every image. Stateless, any thread. */
public final class AnswersPicture {
  public static final PictureKind KIND =
      new PictureKind(
          "answers",
          "Answers",
          "What the network answers to every pair of operands, or to every image",
          AnswersPicture::guide,
          Obstacles::toAnswers,
          Duration.ofMillis(150),
          (context, text) ->
              new PictureChoice(
                  new PictureChoice.Way(Subject::pairs, new PairAnswers(context, text)),
                  new PictureChoice.Way(
                      run -> run.images().isPresent(), new ImageAnswers(context, text))));

  private AnswersPicture() {}

  private static String guide(Subject run) {
    if (run.images().isPresent()) {
      return "Every image with what the network calls it, wrong ones first: “4, said 9” is a 4 that"
          + " it takes for a 9. A network that only memorises gets far more of the hidden"
          + " ones wrong than of the trained; one that generalises gets most of both right."
          + " Click an image to try it.";
    }
    String cells = "Every cell is a question about a (to the right) and b (upwards)";
    if (run.split() == SplitKnowledge.UNKNOWN) {
      return cells
          + ", full where the network answers rightly and pale where not. None is marked as"
          + " trained, because nothing says which were. Click a cell to try it.";
    }
    return cells
        + "; the dotted ones are "
        + (run.split() == SplitKnowledge.ASSUMED
            ? "those that the settings would train on."
            : "trained. A network that only memorises gets few of the others right; one that has"
                + " found the rule gets them right too.")
        + (run.mislabels() ? " Framed: trained with a wrong answer." : "")
        + " Click a cell to try it.";
  }
}
