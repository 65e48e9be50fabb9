package grokscope.cli.command;

import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.Settings;
import grokscope.run.weights.RankedWeights;
import grokscope.task.Tasks;
import grokscope.train.look.NetworkReport;
import grokscope.train.report.SplitSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How weights were read, as keys of JSON beside those of the report. Stateless. */
final class ReadingJson {
  private ReadingJson() {}

  /**
   * The keys.
   *
   * @param report of the best candidate
   * @param form which way of naming weights it is
   */
  static Map<String, Object> object(
      String form, RankedWeights ranking, SplitSource split, NetworkReport report) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("assumed", assumed(form, ranking));
    List<Map<String, Object>> candidates = new ArrayList<>();
    for (RankedWeights.Tried tried : ranking.tried()) {
      boolean first = candidates.isEmpty();
      Map<String, Object> candidate = new LinkedHashMap<>();
      candidate.put("task", title(tried.candidate().config()));
      candidate.put("words", tried.candidate().words());
      candidate.put("accuracy", first ? report.all().accuracy() : tried.score().accuracy());
      candidate.put("loss", first ? report.all().loss() : tried.score().loss());
      candidates.add(candidate);
    }
    object.put("candidates", candidates);
    Map<String, Object> sides = new LinkedHashMap<>();
    sides.put("source", split.name().toLowerCase(Locale.ROOT));
    sides.put("trained", report.size().trained());
    sides.put("hidden", report.size().hidden());
    object.put("split", sides);
    return object;
  }

  private static Map<String, Object> assumed(String form, RankedWeights ranking) {
    Map<String, Object> assumed = new LinkedHashMap<>();
    assumed.put("names", form);
    RunConfig config = ranking.best().config();
    for (String section : List.of(SettingPaths.TASK, SettingPaths.MODEL)) {
      Settings settings = config.section(section);
      assumed.put(section + ".type", settings.type());
      settings.values().forEach((name, value) -> assumed.put(section + "." + name, value));
    }
    assumed.put("remarks", ranking.remarks());
    return assumed;
  }

  private static String title(RunConfig config) {
    return Tasks.of(config.task()).title(config.task());
  }
}
