package grokscope.ui.picture.answer;

import grokscope.ui.picture.paint.Obstacles;
import grokscope.ui.picture.paint.PictureChoice;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.Subject;
import java.time.Duration;

/** What the network answers to one question. Stateless, any thread. */
public final class TryPicture {
  public static final PictureKind KIND =
      new PictureKind(
          "try",
          "Try it",
          "Ask the network a question of your own",
          TryPicture::guide,
          Obstacles::toAsking,
          Duration.ofMillis(150),
          (context, text) ->
              new PictureChoice(
                  new PictureChoice.Way(Subject::pairs, new PairTrial(context, text)),
                  new PictureChoice.Way(
                      run -> run.images().isPresent(), new ImageTrial(context, text)),
                  new PictureChoice.Way(
                      run -> run.questions().isPresent(), new SequenceTrial(text))));

  private TryPicture() {}

  private static String guide(Subject run) {
    if (run.images().isPresent()) {
      return "Type the number of an image, or step with the arrow keys. Every bar is an answer"
          + " that the network could give; it gives the tallest.";
    }
    if (run.pairs()) {
      return "Type two numbers, or step with the arrow keys. Every bar is an answer that the"
          + " network could give; it gives the tallest."
          + (run.foreign() ? "" : " Try a hidden pair at an early step and at a late one.");
    }
    return run.shape().allAnswers() > 1
        ? "Type a question, or take an example of the task. Below: what the network answers, place"
            + " by place, and how likely it finds that. At each place it has read what stands"
            + " before, so it never builds on a mistake of its own."
        : "Type a question, or take an example of the task. Every bar is an answer that the"
            + " network could give; it gives the tallest.";
  }
}
