package grokscope.ui.help;

import java.util.List;

/**
 * A card of the tour. Immutable, any thread.
 *
 * @param title in a few words
 * @param text what to know and to look for
 * @param targets lists of style selectors; of the first list with something on the screen, all of
 *     that is framed; with none, nothing is
 * @param runs whether it offers to run the first experiment
 */
record TourCard(String title, String text, List<List<String>> targets, boolean runs) {
  /** The six of them. */
  static final List<TourCard> ALL =
      List.of(
          new TourCard(
              "What grokking is",
              "A small network learns its training examples by heart, and is hopeless on all"
                  + " others. It stays so for a long time. Then, within a short stretch, it"
                  + " understands: it has found the rule. Here you watch that happen.",
              List.of(List.of(".curves-pane")),
              false),
          new TourCard(
              "Choose and run",
              "An experiment is chosen here, and Run (or Space) trains it on this machine, from"
                  + " its first step. “First look” takes about twenty seconds.",
              List.of(List.of("#preset", "#run")),
              true),
          new TourCard(
              "First: memorising",
              "The accuracy on the training examples jumps to 1 within a hundred steps. That on"
                  + " the hidden examples stays near 0: nothing is understood yet, only known by"
                  + " heart.",
              List.of(
                  List.of("#accuracy-panel-header", "#accuracy-panel"), List.of(".curves-pane")),
              false),
          new TourCard(
              "Then: the wait",
              "For a thousand steps, accuracy says that nothing happens. A chart that comes with"
                  + " the run, Hidden progress, says otherwise: its restricted loss falls while a"
                  + " circuit forms that computes the rule.",
              List.of(List.of("#circuit-panel-header", "#circuit-panel"), List.of(".curves-pane")),
              false),
          new TourCard(
              "At last: the jump",
              "Test accuracy climbs to 1, and this badge says “grokked”. The sentence above the"
                  + " curves tells what goes on at every moment. In the cleanup that follows, the"
                  + " weights that only remembered fade, and their sum of squares falls.",
              List.of(List.of("#badge")),
              false),
          new TourCard(
              "Now change something",
              "Turn weight decay or training data, and run again: the earlier run stays behind the"
                  + " new one. Afterwards, the time bar below goes back to any step; Branch goes on"
                  + " from there with other settings. F1 explains what is on the screen.",
              List.of(List.of("#experiment"), List.of(".time-bar")),
              false));

  TourCard {
    targets = targets.stream().map(List::copyOf).toList();
  }
}
