package grokscope.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.figure.PanelSpec;
import grokscope.figure.Panels;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.story.Account;
import grokscope.story.PhaseBand;
import grokscope.story.RunStage;
import grokscope.telemetry.RunState;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NowTextTest {
  private static final Account GROKKED =
      new Account(
          900,
          false,
          true,
          RunStage.GROKKED,
          "grokked",
          PhaseVerdict.NOT_LEARNED,
          List.of(new PhaseBand(PhaseBand.Phase.CLEANUP, 500, 900, true, "the norm fell")),
          List.of(),
          "Grokking: it took ten times as long.",
          "");

  private static Situation at(
      String run,
      RunState state,
      Account account,
      String picture,
      boolean comparing,
      String queue) {
    return new Situation(
        "First look",
        "Watch the jump.",
        run,
        state,
        true,
        account,
        run.isEmpty() ? List.of() : Panels.all(),
        picture,
        picture.isEmpty() ? "" : "Every cell is a question.",
        comparing,
        queue,
        List.of(WindowKey.LIST));
  }

  private static String titles(Situation now) {
    return NowText.of(now).stream().map(NowText.Part::title).collect(Collectors.joining("; "));
  }

  private static String words(Situation now) {
    return NowText.of(now).stream().map(NowText.Part::words).collect(Collectors.joining("\n"));
  }

  @Test
  void beforeTheFirstRunItSaysHowToBegin() {
    Situation now = at("", RunState.IDLE, Account.NOTHING_YET, "", false, "");
    assertThat(titles(now)).startsWith("No run yet; The experiment: First look");
    assertThat(words(now)).contains("Press Run").contains("Watch the jump.");
    assertThat(titles(now)).doesNotContain("Chart").doesNotContain("time bar");
  }

  @Test
  void aRunHasItsBadgeItsChartsAndItsPhases() {
    Situation now = at("#1 First look", RunState.FINISHED, GROKKED, "", false, "");
    assertThat(titles(now)).startsWith("#1 First look is finished");
    assertThat(words(now))
        .contains("The badge says “grokked”", "ten times as long", "Cleanup: The third phase");
    assertThat(words(now)).contains("Excluded loss: The loss of the training examples if");
    for (PanelSpec panel : Panels.all()) {
      assertThat(titles(now)).contains("Chart: " + panel.title());
    }
  }

  @Test
  void whatTheRunDoesIsInItsTitle() {
    assertThat(titles(at("#1 A", RunState.RUNNING, Account.NOTHING_YET, "", false, "")))
        .startsWith("#1 A is being trained");
    assertThat(titles(at("#1 A", RunState.PAUSED, Account.NOTHING_YET, "", false, "")))
        .startsWith("#1 A waits");
    assertThat(titles(at("#1 A", RunState.STOPPED, Account.NOTHING_YET, "", false, "")))
        .startsWith("#1 A is over");
  }

  @Test
  void aPictureAComparisonAndAQueueAreThereWhenTheyAre() {
    Situation picture = at("#1 A", RunState.RUNNING, GROKKED, "Answers", false, "");
    assertThat(titles(picture)).contains("The picture: Answers");
    assertThat(words(picture)).contains("Every cell is a question.");
    Situation compared = at("#1 A", RunState.FINISHED, GROKKED, "Answers", true, "");
    assertThat(titles(compared)).contains("Compared").doesNotContain("Chart");
    Situation queue = at("#1 A", RunState.RUNNING, GROKKED, "", false, "run 2 of 6 · seed 1");
    assertThat(titles(queue)).contains("A queue goes on");
    assertThat(words(queue)).contains("Run 2 of 6 · seed 1. Its runs");
  }

  @Test
  void whatIsFoldedSaysHowItIsOpened() {
    List<NowText.Part> parts = NowText.of(at("#1 A", RunState.FINISHED, GROKKED, "", false, ""));
    assertThat(parts)
        .filteredOn(part -> part.title().startsWith("The list"))
        .allSatisfy(part -> assertThat(part.words()).contains("F8, opens it again"));
    assertThat(parts)
        .filteredOn(part -> part.title().startsWith("The time bar"))
        .allSatisfy(part -> assertThat(part.words()).contains("checkpoint"));
  }

  @Test
  void everyPartHasSomethingToSay() {
    for (String picture : List.of("", "Embedding")) {
      for (boolean comparing : List.of(true, false)) {
        assertThat(NowText.of(at("#1 A", RunState.RUNNING, GROKKED, picture, comparing, "")))
            .allSatisfy(part -> assertThat(part.words()).as(part.title()).endsWith("."));
      }
    }
  }
}
