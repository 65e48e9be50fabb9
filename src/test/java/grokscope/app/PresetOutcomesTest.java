package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Expectation;
import grokscope.config.Preset;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.StepInterval;
import grokscope.train.Until;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped preset does what its file promises: {@code mvn verify -Pslow}. */
@Tag("slow")
class PresetOutcomesTest {
  @TempDir Path home;

  static List<Preset> shipped() {
    return new Wiring(Path.of("no-user-folder")).presets().all();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void happensAsPromised(Preset preset) throws Exception {
    Expectation expected = preset.expectation();
    RunSummary seen = new ToItsEnd(home).run(preset.config(), Until.GROKKED);
    assertThat(seen.state()).isEqualTo(RunState.FINISHED);
    expected
        .memorizedBy()
        .ifPresent(by -> assertThat(seen.memorizedAt().get().by()).isLessThanOrEqualTo(by));
    switch (expected.outcome()) {
      case GROKS -> {
        assertThat(seen.grokkedAt().get().by()).isLessThanOrEqualTo(expected.grokkedBy().get());
        assertThat(delay(seen)).as("a delay worth the name").isGreaterThan(memorized(seen));
      }
      case NO_DELAY -> assertThat(delay(seen)).isLessThan(memorized(seen) / 2);
      case NEVER -> {
        assertThat(seen.grokkedAt()).isEmpty();
        assertThat(seen.steps()).isEqualTo(preset.config().steps());
        assertThat(seen.finalValues().get("test_accuracy")).isLessThan(0.5);
      }
      case OPEN -> throw new AssertionError("a shipped preset promises something");
    }
  }

  private static int memorized(RunSummary summary) {
    return summary.memorizedAt().map(StepInterval::by).orElseThrow();
  }

  private static int delay(RunSummary summary) {
    return summary.grokkedAt().orElseThrow().by() - memorized(summary);
  }
}
