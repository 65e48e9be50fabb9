package grokscope.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.Goal;
import grokscope.cli.Verdict;
import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.measure.phase.MadeUpRun;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.RunCriteria;
import grokscope.story.OutcomeListener;
import grokscope.story.OutcomeWords;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A promise is kept, and the terminal speaks, as the badge and the sentence of the window say. */
class OneOutcomeTest {
  static List<MadeUpRun> runs() {
    return MadeUpRun.all();
  }

  private static boolean keeps(MadeUpRun made, Expectation.Outcome promised) {
    Expectation expectation = new Expectation(promised, Optional.empty(), Optional.empty());
    PresetNotes presetNotes = new PresetNotes("title", "", "", "", List.of(), expectation, 1);
    Preset preset = new Preset("id", true, presetNotes, made.config());
    return OutcomeCheck.broken(preset, made.summary(), outcome(made)).isEmpty();
  }

  private static Outcome outcome(MadeUpRun made) {
    OutcomeListener listener = new OutcomeListener(made.config(), MadeUpRun.METRICS);
    made.samples().forEach(listener::onSample);
    return listener.outcome(made.summary());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void exactlyThesePromisesAreKept(MadeUpRun made) {
    Set<Expectation.Outcome> kept = EnumSet.noneOf(Expectation.Outcome.class);
    Arrays.stream(Expectation.Outcome.values())
        .filter(promised -> promised != Expectation.Outcome.OPEN && keeps(made, promised))
        .forEach(kept::add);
    assertThat(kept).containsExactlyInAnyOrderElementsOf(made.kept());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theTerminalSaysGrokkedOfADelayOnly(MadeUpRun made) {
    boolean fresh = RunCriteria.of(made.config()).fresh();
    RunSummary seen = made.summary();
    boolean late = Outcome.rise(seen.memorizedAt(), seen.generalizedAt()) == Outcome.Rise.LATE;
    seen.generalizedAt()
        .ifPresent(
            at ->
                assertThat(
                        ProgressViewer.words(new RunEvent.Generalized(1, at.by(), at, late), fresh))
                    .isEqualTo(OutcomeWords.reached(outcome(made)) + " at " + at));
    assertThat(Verdict.complaint(seen, Goal.GROKKED).isEmpty())
        .isEqualTo(seen.state() == RunState.FINISHED && late);
  }
}
