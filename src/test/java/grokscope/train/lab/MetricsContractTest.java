package grokscope.train.lab;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.Knob;
import grokscope.config.knob.WholeKnob;
import grokscope.measure.AllMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The columns that configs ask for are those that there are. */
class MetricsContractTest {
  private static final int FEW = 10;

  private final Catalog catalog = new Laboratory(1L << 30).catalog();

  @Test
  void everyMeasureIsTakenInSomeRunAndNoOther() throws Exception {
    Set<String> taken = new TreeSet<>();
    for (RunConfig task : tasks()) {
      for (RunConfig model : kinds(List.of(task), SettingPaths.MODEL)) {
        if (catalog.problems(model).isEmpty()) {
          new Choices(model).measures().forEach(measure -> taken.add(measure.metric().id()));
        }
      }
    }
    assertThat(AllMetrics.ids()).doesNotHaveDuplicates();
    assertThat(taken).isEqualTo(new TreeSet<>(AllMetrics.ids()));
  }

  /** Every kind of task, with each of its options and its first few whole numbers. */
  private List<RunConfig> tasks() throws InvalidConfig {
    RunConfig all = catalog.with(catalog.defaults(), SettingPaths.MEASURES, "all");
    List<RunConfig> tasks = new ArrayList<>();
    for (RunConfig kind : kinds(List.of(all), SettingPaths.TASK)) {
      tasks.add(kind);
      for (Knob knob :
          catalog.section(SettingPaths.TASK).orElseThrow().kindOf(kind.task()).knobs()) {
        for (Object value : values(knob)) {
          tasks.add(catalog.with(kind, SettingPaths.TASK + "." + knob.name(), value));
        }
      }
    }
    return tasks;
  }

  private static List<Object> values(Knob knob) {
    List<Object> values = new ArrayList<>();
    if (knob instanceof ChoiceKnob choice) {
      choice.options().forEach(option -> values.add(option.id()));
    } else if (knob instanceof WholeKnob whole) {
      for (long n = whole.min(); n <= Math.min(whole.max(), whole.min() + FEW); n++) {
        values.add(n);
      }
    }
    return values;
  }

  private List<RunConfig> kinds(List<RunConfig> configs, String section) throws InvalidConfig {
    List<RunConfig> chosen = new ArrayList<>();
    for (RunConfig config : configs) {
      for (Kind<?> kind : catalog.section(section).orElseThrow().kinds()) {
        chosen.add(catalog.with(config, section + ".type", kind.id()));
      }
    }
    return chosen;
  }
}
