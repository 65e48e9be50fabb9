package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.watch.OutcomeCheck;
import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.story.OutcomeListener;
import grokscope.telemetry.RunSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped preset that is not for a night does what its file promises: {@code mvn verify
 * -Pslow}.
 */
@Tag("slow")
class PresetOutcomesTest {
  private static final double LONGEST_MINUTES = 20;

  @TempDir Path home;

  static List<Preset> shipped() {
    return new Wiring(Path.of("no-user-folder"))
        .presets().all().stream()
            .filter(preset -> preset.presetNotes().minutes() <= LONGEST_MINUTES)
            .toList();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void happensAsPromised(Preset preset) throws Exception {
    assertThat(preset.expectation().outcome()).isNotEqualTo(Expectation.Outcome.OPEN);
    OutcomeListener outcome =
        new OutcomeListener(preset.config(), new Wiring(home).metrics(preset.config()));
    RunSummary seen = new ToItsEnd(home).run(preset.config(), OutcomeCheck.until(preset), outcome);
    assertThat(OutcomeCheck.broken(preset, seen, outcome.outcome(seen))).as("%s", seen).isEmpty();
  }
}
