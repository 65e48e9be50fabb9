package grokscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.config.queue.QueuePlan;
import grokscope.config.queue.Variation;
import grokscope.figure.RunIdentity;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.telemetry.KnobsInForce;
import grokscope.train.loop.RunRequest.Until;
import grokscope.ui.runs.RunFacts;
import grokscope.ui.session.Given;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueEstimateTest {
  private static Preset preset(double minutes) {
    PresetNotes notes =
        new PresetNotes("Title", "Group", "Watch.", "", List.of(), Expectation.OPEN, minutes);
    return new Preset("id", true, notes, Given.config("steps", 1000L));
  }

  private static QueuePlan plan(Preset of) throws Exception {
    return QueuePlan.of(
        Given.catalog(),
        of.config(),
        List.of(new Variation("seed", List.of(0L, 1L, 2L, 3L, 4L, 5L))));
  }

  private static RunFacts run(String preset, int steps, double seconds) {
    return new RunFacts(
        new RunIdentity(3, preset, 2),
        Optional.of(new RunFolder(Path.of("runs", "a"))),
        Optional.of(KnobsInForce.from(Given.config())),
        preset,
        "",
        "task",
        "task, seed 0",
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        seconds,
        List.of(),
        steps,
        "finished",
        "grokked",
        Remarks.NONE,
        -1,
        "");
  }

  @Test
  void theLatestRunOfThePresetTellsHowLongAStepTakes() throws Exception {
    Preset preset = preset(3);
    List<RunFacts> runs =
        List.of(run("Other", 10, 1000), run("Title", 500, 20), run("Title", 500, 900));
    assertThat(QueueEstimate.of(preset, runs).words(plan(preset), Until.STEPS))
        .isEqualTo("6 runs, about 4 min, at the speed of #3 Title.");
    assertThat(QueueEstimate.of(preset, runs).words(plan(preset), Until.GENERALIZED))
        .isEqualTo("6 runs, at most about 4 min, at the speed of #3 Title.");
  }

  @Test
  void withoutARunThePresetTellsIt() throws Exception {
    Preset preset = preset(3);
    assertThat(
            QueueEstimate.of(preset, List.of(run("Title", 0, Double.NaN)))
                .words(plan(preset), Until.STEPS))
        .isEqualTo("6 runs, about 18 min, as its preset says.");
  }

  @Test
  void whatIsNotKnownIsNotGuessed() throws Exception {
    Preset preset = preset(0);
    assertThat(QueueEstimate.of(preset, List.of()).words(plan(preset), Until.STEPS))
        .startsWith("6 runs. How long a step takes is not known");
  }
}
