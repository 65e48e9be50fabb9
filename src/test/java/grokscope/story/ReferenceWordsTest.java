package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import grokscope.telemetry.History;
import grokscope.telemetry.Sample;
import grokscope.train.lab.Laboratory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs beside the published one, which may be itself. */
class ReferenceWordsTest {
  private static final Catalog CATALOG = new Laboratory(1L << 40).catalog();

  @TempDir private Path folder;

  private Preset preset(String id) {
    return new PresetStore(CATALOG, folder).find(id).orElseThrow();
  }

  private Reference published() {
    Preset nanda = preset("nanda-2023");
    return Reference.of(nanda, nanda.config()).orElseThrow();
  }

  /** The published run, with its steps multiplied. */
  private History stretched(double factor, int rows) {
    History original = published().history();
    History copy = new History(original.metrics());
    for (int i = 0; i < rows; i++) {
      double[] values = new double[original.metrics().size()];
      for (int column = 0; column < values.length; column++) {
        values[column] = original.value(column, i);
      }
      copy.append(new Sample(1, (int) (original.step(i) * factor), values));
    }
    return copy;
  }

  @Test
  void thePublishedRunIsInsideItsOwnBandEverywhere() throws Exception {
    History all = published().history();
    ReferenceWords words = new ReferenceWords(published(), all);
    assertThat(words.line())
        .contains("test loss below 0.0001")
        .endsWith("6 of 6 are inside so far.");
    assertThat(words.all()).contains("Nanda et al. 2023").doesNotContain("outside");
  }

  @Test
  void threeTimesAsSlowIsOutside() throws Exception {
    History all = published().history();
    ReferenceWords words = new ReferenceWords(published(), stretched(3, all.size()));
    assertThat(words.line()).contains("outside the band").contains("0 of 6 are inside so far");
  }

  @Test
  void atTheStartThereIsNothingToCompare() throws Exception {
    assertThat(new ReferenceWords(published(), stretched(1, 2)).line())
        .isEqualTo("Published run (pale): nothing to compare yet.");
    assertThat(new ReferenceWords(published(), stretched(1.2, 5)).line())
        .isEqualTo(
            "Published run (pale): train loss below 0.01 at 240–360 in this run, 200–300 published:"
                + " inside the band.");
  }

  @Test
  void anotherExperimentHasNoPublishedRun() throws Exception {
    Preset nanda = preset("nanda-2023");
    RunConfig seed = CATALOG.with(nanda.config(), "seed", 5L);
    RunConfig decay = CATALOG.with(nanda.config(), "optimizer.weightDecay", 2.0);
    assertThat(Reference.of(nanda, seed)).isPresent();
    assertThat(Reference.of(nanda, decay)).isEmpty();
    Preset first = preset("first-look");
    assertThat(Reference.of(first, first.config())).isEmpty();
  }

  @Test
  void theForecastFollowsOneOverDecay() throws Exception {
    Preset nanda = preset("nanda-2023");
    RunConfig twice = CATALOG.with(nanda.config(), "optimizer.weightDecay", 2.0);
    assertThat(Forecast.of(nanda, nanda.config())).contains(new Forecast(2500, 25000));
    assertThat(Forecast.of(nanda, twice)).contains(new Forecast(1300, 13000));
    RunConfig less = CATALOG.with(nanda.config(), "optimizer.weightDecay", 0.6);
    assertThat(Forecast.of(nanda, less)).contains(new Forecast(4200, 42000));
    RunConfig none = CATALOG.with(nanda.config(), "optimizer.weightDecay", 0.0);
    assertThat(Forecast.of(nanda, none)).isEmpty();
    RunConfig deadly = CATALOG.with(nanda.config(), "optimizer.weightDecay", 25.0);
    assertThat(Forecast.of(nanda, deadly)).isEmpty();
    RunConfig data = CATALOG.with(nanda.config(), "data.trainFraction", 0.5);
    assertThat(Forecast.of(nanda, data)).isEmpty();
    Preset never = preset("no-weight-decay");
    assertThat(Forecast.of(never, never.config())).isEmpty();
  }
}
