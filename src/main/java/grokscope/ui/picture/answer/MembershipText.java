package grokscope.ui.picture.answer;

import grokscope.telemetry.snapshot.Membership;
import grokscope.text.NumberText;
import grokscope.ui.picture.paint.SplitKnowledge;
import grokscope.ui.picture.paint.Subject;

/** Says whether a network was trained on what it is asked. Stateless, any thread. */
final class MembershipText {
  private MembershipText() {}

  /**
   * A sentence.
   *
   * @param thing what is asked: "pair", "image", "example"
   */
  static String of(Subject run, Membership membership, String thing) {
    if (run.shape().fresh()) {
      return membership == Membership.FOREIGN
          ? "Every step trains on new examples, so it may have met this one."
          : "This is one of the examples for testing; every step trains on new ones.";
    }
    if (membership == Membership.FOREIGN) {
      return "This is none of the task's "
          + NumberText.count(run.shape().examples())
          + " examples"
          + (run.foreign() ? "." : ", so it is not trained on it.");
    }
    boolean trained = membership == Membership.TRAINED;
    if (run.split() == SplitKnowledge.UNKNOWN) {
      return "Whether it was trained on this " + thing + " is not known.";
    }
    if (run.split() == SplitKnowledge.ASSUMED) {
      return "This "
          + thing
          + " is in the "
          + (trained ? "training" : "hidden")
          + " part of the settings' split.";
    }
    return trained
        ? "It is trained on this " + thing + "."
        : "This " + thing + " is hidden: the network is not trained on it.";
  }
}
