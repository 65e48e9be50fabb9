package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.measure.phase.RunCriteria;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.text.NumberText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every place in every state: as a table, and without a contradiction among them. */
class StatesTest {
  static List<MadeUpState> states() {
    return MadeUpStates.all();
  }

  /** All that is said, a line for each place. */
  private static String said(MadeUpState state) {
    Account account = state.account();
    StringBuilder text = new StringBuilder("## " + state.name + "\n");
    line(text, "badge", account.badge());
    line(text, "sentence", account.sentence());
    line(text, "watch", account.watch());
    line(
        text,
        "phases",
        account.bands().stream()
            .map(
                band ->
                    band.phase().words()
                        + " "
                        + band.from()
                        + "–"
                        + band.to()
                        + (band.certain() ? "" : " (hatched)")
                        + ", "
                        + band.remark())
            .collect(Collectors.joining("; ")));
    line(
        text,
        "marks",
        account.marks().stream().map(ReachedMark::label).collect(Collectors.joining("; ")));
    if (account.over()) {
      Outcome outcome = state.listener().outcome(state.summary());
      line(text, "summary", outcome.verdict().word() + ": " + OutcomeWords.sentence(outcome, true));
      line(text, "queue", StageWords.of(RunState.FINISHED, outcome.verdict()).words());
    }
    line(text, "note", new Outlook(state.preset, state.config).promise());
    return text.toString().replace(NumberText.THIN_SPACE, " ");
  }

  private static void line(StringBuilder text, String place, String words) {
    if (!words.isEmpty()) {
      text.append("  ").append(place).append(": ").append(words).append('\n');
    }
  }

  @Test
  void theTableOfStatesIsWhatIsSaid() throws IOException {
    String table = states().stream().map(StatesTest::said).collect(Collectors.joining("\n"));
    String known =
        new String(
            Objects.requireNonNull(getClass().getResourceAsStream("states.txt")).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(states()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(table).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("states")
  void noPlaceContradictsAnother(MadeUpState state) {
    Contradictions.in(state.account(), RunCriteria.of(state.config).fresh());
  }

  @ParameterizedTest
  @MethodSource("states")
  void whoComesLaterHearsTheSame(MadeUpState state) {
    RunSummary summary = state.summary();
    if (state.account().over() && state.evaluations() > 0) {
      Outcome outcome = state.listener().outcome(summary);
      assertThat(outcome.verdict()).isEqualTo(state.account().verdict());
      assertThat(state.account().sentence()).endsWith(OutcomeWords.sentence(outcome, true));
    }
  }

  @ParameterizedTest
  @MethodSource("states")
  void replayedIsAsItWasLive(MadeUpState state) {
    Narrator replayed = state.narrator();
    int all = state.evaluations();
    for (int i = 19; i >= 1; i--) { // backwards and forwards again
      assertReplayed(state, replayed, Math.max(1, all * i / 20));
    }
    for (int i = 1; i < 20; i++) {
      assertReplayed(state, replayed, Math.max(1, all * i / 20));
    }
  }

  private static void assertReplayed(MadeUpState state, Narrator replayed, int evaluations) {
    if (evaluations >= state.evaluations()) {
      return;
    }
    Account live = state.narrator(evaluations, RunState.RUNNING).now();
    Account again = replayed.at(state.stepAt(evaluations));
    assertThat(again.past()).isTrue();
    assertThat(again.badge()).isEqualTo(live.badge());
    assertThat(again.words()).isEqualTo(live.words());
    assertThat(again.bands()).isEqualTo(live.bands());
    assertThat(again.marks()).isEqualTo(live.marks());
    Contradictions.in(again, RunCriteria.of(state.config).fresh());
  }

  @Test
  void everyVerdictIsAmongTheStates() {
    assertThat(states().stream().map(state -> state.account().verdict()).toList())
        .contains(PhaseVerdict.values());
  }
}
