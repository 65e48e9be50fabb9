package grokscope.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.Verdict;
import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.measure.phase.MadeUpRun;
import grokscope.measure.phase.Outcome;
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
    OutcomeWatch watch = new OutcomeWatch(preset, MadeUpRun.METRICS);
    made.samples().forEach(watch::onSample);
    return watch.broken(made.summary()).isEmpty();
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
    RunSummary seen = made.summary();
    Outcome.Rise rise = Outcome.rise(seen.memorizedAt(), seen.grokkedAt());
    assertThat(Verdict.words(seen).contains("rokked at")).isEqualTo(rise == Outcome.Rise.LATE);
    assertThat(Verdict.words(seen).contains("eneralised at"))
        .isEqualTo(rise == Outcome.Rise.AT_ONCE || rise == Outcome.Rise.SOON);
  }
}
