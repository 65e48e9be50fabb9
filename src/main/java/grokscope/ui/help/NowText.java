package grokscope.ui.help;

import grokscope.figure.PanelSpec;
import grokscope.story.RunStage;
import grokscope.telemetry.RunState;
import grokscope.text.NumberText;
import grokscope.ui.term.Glossary;
import grokscope.ui.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A few lines on each part of the window that is on the screen. Stateless, any thread. */
final class NowText {
  /**
   * A part of the window.
   *
   * @param title what it is called
   * @param words what it shows now
   */
  record Part(String title, String words) {}

  private NowText() {}

  static List<Part> of(Situation now) {
    List<Part> parts = new ArrayList<>();
    parts.add(run(now));
    if (!now.story().isEmpty()) {
      parts.add(new Part("The experiment: " + now.preset(), now.story()));
    }
    if (!now.queue().isEmpty()) {
      parts.add(
          new Part(
              "A queue goes on",
              NumberText.sentence(now.queue())
                  + ". Its runs follow one another by themselves; they can be stopped one"
                  + " by one or all at once."));
    }
    if (now.comparing()) {
      parts.add(
          new Part(
              "Compared",
              "Two networks stand side by side in place of the curves. Each has a time bar of its"
                  + " own, on which its step is chosen."));
    }
    if (!now.picture().isEmpty()) {
      parts.add(
          new Part(
              "The picture: " + now.picture(),
              now.guide().isEmpty() ? about(now.picture()) : now.guide()));
    }
    if (!now.comparing() && now.trained() && !now.run().isEmpty()) {
      now.panels().forEach(panel -> parts.add(chart(panel)));
      bands(now, parts);
    }
    parts.add(
        foldable(
            now,
            WindowKey.SETTINGS,
            "The settings, on the left",
            "They are those of the run that is shown, until you change them. What takes effect at"
                + " once changes a run in progress; the rest waits for the next run, and says"
                + " so."));
    if (!now.run().isEmpty() && now.trained()) {
      parts.add(
          foldable(
              now,
              WindowKey.TIME_BAR,
              "The time bar, below the curves",
              "Every line on it is a checkpoint. Drag the handle, or press ← and →, and badge,"
                  + " sentence and pictures show the network of that step."));
    }
    parts.add(
        foldable(
            now,
            WindowKey.LIST,
            "The list of runs, at the bottom",
            "Check runs to draw them behind the live one; a double click opens one. The head of"
                + " each column says what it shows."));
    return parts;
  }

  private static Part foldable(Situation now, WindowKey key, String title, String words) {
    String open = "Folded to a strip: a click on it, or " + key.keys() + ", opens it again.";
    return new Part(title, now.folded().contains(key) ? open : words);
  }

  private static Part run(Situation now) {
    if (now.run().isEmpty()) {
      return new Part(
          "No run yet",
          "Press Run, or Space: the network of the experiment at the top left is trained, and its"
              + " curves are drawn while it learns.");
    }
    RunStage stage = now.account().stage();
    String badge = "The badge says “" + now.account().badge() + "”: " + stage.sentence();
    String words = (badge + " " + now.account().words()).strip();
    return new Part(title(now), words);
  }

  private static String title(Situation now) {
    if (!now.trained()) {
      return now.run();
    }
    return now.run()
        + switch (now.state()) {
          case PREPARING -> " is being prepared";
          case RUNNING -> " is being trained";
          case PAUSED -> " waits";
          default -> now.state() == RunState.FINISHED ? " is finished" : " is over";
        };
  }

  /** A chart with what it shows, and each of its curves that is a word of its own. */
  private static Part chart(PanelSpec panel) {
    List<Glossary.Entry> whole = Glossary.SHIPPED.in(panel.title());
    String curves =
        panel.curves().stream()
            .flatMap(curve -> Glossary.SHIPPED.in(curve.legend()).stream().limit(1))
            .filter(entry -> !whole.contains(entry))
            .distinct()
            .map(entry -> " " + NumberText.sentence(entry.title()) + ": " + entry.meaning())
            .collect(Collectors.joining());
    return new Part("Chart: " + panel.title(), about(panel.title()) + curves);
  }

  private static String about(String title) {
    return Terms.meaning(title);
  }

  private static void bands(Situation now, List<Part> parts) {
    if (!now.account().bands().isEmpty()) {
      StringBuilder words = new StringBuilder("They are the phases of the run.");
      now.account().bands().stream()
          .map(band -> band.phase().words())
          .distinct()
          .forEach(
              phase ->
                  words
                      .append(' ')
                      .append(NumberText.sentence(phase))
                      .append(": ")
                      .append(about(phase)));
      if (!now.account().certain()) {
        words.append(" Hatched ones are not certain yet.");
      }
      parts.add(new Part("The bands behind the curves", words.toString()));
    }
  }
}
