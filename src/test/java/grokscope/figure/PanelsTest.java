package grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.AllMetrics;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Panels and measures know each other's names. */
class PanelsTest {
  /** Only in metrics.csv: they say a second time, or by another rule, what a panel says. */
  private static final List<String> WITHOUT_A_PANEL =
      List.of(
          "restricted_accuracy",
          "excluded_accuracy",
          "embedding_gini",
          "key_frequencies",
          "trig_loss",
          "single_excluded_loss",
          "cube_excluded_loss",
          "dead_neurons",
          "participation",
          "keys_by_neurons",
          "keys_by_logit_map",
          "representation_quality",
          "character_share",
          "single_character_share",
          "effective_dimension",
          "feature_rank",
          "train_local_complexity",
          "test_local_complexity");

  @Test
  void everyMetricHasOnePanelOrIsKnownToHaveNone() {
    Stream<String> drawn =
        Panels.all().stream().flatMap(panel -> panel.curves().stream()).map(CurveSpec::metricId);
    assertThat(Stream.concat(drawn, WITHOUT_A_PANEL.stream()))
        .as("each metric is a curve in Panels or is listed in WITHOUT_A_PANEL, and not both")
        .containsExactlyInAnyOrderElementsOf(AllMetrics.ids());
  }

  @Test
  void everyPanelHasAnIdOfItsOwn() {
    assertThat(Panels.all().stream().map(PanelSpec::id)).doesNotHaveDuplicates();
  }

  /** It has the labels of the steps. */
  @Test
  void theLastPanelIsThereForEveryRun() {
    List<PanelSpec> all = Panels.all();
    assertThat(all.get(all.size() - 1).optional())
        .as("the last panel has the labels of the steps, so it cannot be optional")
        .isFalse();
  }
}
