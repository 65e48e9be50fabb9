package grokscope.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.ListedRun;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.run.RunPreset;
import grokscope.story.RunWords;
import grokscope.telemetry.KnobsInForce;
import grokscope.ui.session.Given;
import grokscope.ui.setting.KnownPresets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFilterTest {
  private static RunFacts facts(Remarks remarks) {
    ListedRun run =
        new ListedRun(
            new RunFolder(Path.of("runs", "2026-01-02-030405")),
            KnobsInForce.from(Given.config()),
            "finished",
            300,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            PhaseVerdict.NOT_LEARNED,
            OptionalDouble.empty(),
            RunNumber.NONE,
            RunPreset.UNKNOWN,
            List.of(),
            remarks,
            Optional.empty());
    return RunFacts.of(
        run,
        new RunWords(Given.catalog()),
        new KnownPresets(List.of(Given.preset("First look", Given.config()))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "brain, true",
    "BRAIN look, true",
    "'  mod   59 ', true",
    "spike, true",
    "not learned, true",
    "brain division, false",
    "\uD83E\uDDE0, true",
  })
  void allItsWordsMustOccurSomewhere(String typed, boolean admitted) {
    Remarks remarks = new Remarks("A/brain \uD83E\uDDE0", "a spike at 300", false);
    assertThat(RunFilter.of(typed).admits(facts(remarks))).isEqualTo(admitted);
  }

  @Test
  void aRunIsCalledByItsNameElseItsPresetElseItsFolder() {
    assertThat(facts(new Remarks("mine", "", false)).title()).isEqualTo("mine");
    assertThat(facts(Remarks.NONE).title()).isEqualTo("Title of First look");
  }

  @Test
  void aStoredRunIsKnownByItsSettingsSaveSeedAndSteps() {
    KnownPresets titles =
        new KnownPresets(
            java.util.List.of(
                Given.preset("other", Given.config("task.modulus", 31L)),
                Given.preset("batch", Given.config("batch", 64L)),
                Given.preset("plain", Given.config())));
    assertThat(titles.title(RunPreset.UNKNOWN, Given.config("seed", 7L, "steps", 20L)))
        .isEqualTo("Title of plain");
    assertThat(titles.title(RunPreset.UNKNOWN, Given.config("task.modulus", 31L)))
        .isEqualTo("Title of other");
    assertThat(titles.title(RunPreset.UNKNOWN, Given.config("task.modulus", 37L))).isEmpty();
  }
}
