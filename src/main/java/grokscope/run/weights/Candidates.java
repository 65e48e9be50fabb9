package grokscope.run.weights;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Option;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes configs of what weights tell and of what they leave open. Immutable, any thread. */
final class Candidates {
  private final Catalog catalog;
  private final TaskOptions tasks;

  /** What settings of a network a task is asked of. */
  private record Sizes(
      int numbers, int vocabulary, int operands, int context, int outputs, int features) {
    static Sizes of(TaskShape shape) {
      return new Sizes(
          shape.numbers(),
          shape.vocabulary(),
          shape.operands(),
          shape.context(),
          shape.outputs(),
          shape.features());
    }
  }

  Candidates(Catalog catalog) {
    this.catalog = catalog;
    tasks = new TaskOptions(catalog);
  }

  /** Every task and every network that drafts leave, the likeliest first. */
  List<Candidate> of(List<Draft> drafts) {
    List<Candidate> all = new ArrayList<>();
    for (Draft draft : drafts) {
      Map<Sizes, List<Fitting>> fittings = new LinkedHashMap<>();
      for (int numbers : draft.numbers()) {
        for (RunConfig config : tasks.of(numbers)) {
          TaskShape shape = TaskOptions.shape(config);
          fittings
              .computeIfAbsent(
                  Sizes.of(shape),
                  any ->
                      draft.fit(shape).stream()
                          .map(fitting -> fitting.after(draft.remarks()))
                          .toList())
              .forEach(fitting -> all.addAll(of(config, fitting)));
        }
      }
    }
    return toldApart(all);
  }

  /**
   * Those that have the same words with what else they differ in: "x + y mod 31, ReLU, heads 2".
   */
  private List<Candidate> toldApart(List<Candidate> all) {
    Map<String, List<Candidate>> alike = new LinkedHashMap<>();
    for (Candidate each : all) {
      alike.computeIfAbsent(each.words(), any -> new ArrayList<>()).add(each);
    }
    return all.stream()
        .map(each -> each.called(each.words() + more(each, alike.getOrDefault(each.words(), all))))
        .toList();
  }

  private String more(Candidate candidate, List<Candidate> alike) {
    StringBuilder more = new StringBuilder();
    candidate
        .config()
        .model()
        .values()
        .forEach(
            (knob, value) -> {
              if (alike.stream()
                  .anyMatch(each -> !value.equals(each.config().model().values().get(knob)))) {
                more.append(", ").append(title(candidate.config(), knob, String.valueOf(value)));
              }
            });
    return more.toString();
  }

  /** A task's config with what a fitting tells, for all it leaves open. */
  List<Candidate> of(RunConfig task, Fitting fitting) {
    List<Candidate> all = new ArrayList<>();
    try {
      RunConfig config = catalog.with(task, SettingPaths.MODEL_TYPE, fitting.type());
      for (Map.Entry<String, Object> told : fitting.knobs().entrySet()) {
        config = with(config, told.getKey(), told.getValue());
      }
      String title = Tasks.of(task.task()).title(task.task());
      add(all, config, title, new ArrayList<>(fitting.open().entrySet()), fitting);
    } catch (InvalidConfig notHere) {
      // No network here has these sizes.
    }
    return all;
  }

  private void add(
      List<Candidate> all,
      RunConfig config,
      String words,
      List<Map.Entry<String, List<String>>> open,
      Fitting fitting)
      throws InvalidConfig {
    if (open.isEmpty()) {
      if (catalog.problems(config).isEmpty()) {
        all.add(new Candidate(config, fitting.weights(), words, fitting.remarks()));
      }
      return;
    }
    Map.Entry<String, List<String>> knob = open.get(0);
    for (String value : knob.getValue()) {
      String more = knob.getValue().size() > 1 ? ", " + title(config, knob.getKey(), value) : "";
      RunConfig chosen = with(config, knob.getKey(), value);
      add(all, chosen, words + more, open.subList(1, open.size()), fitting);
    }
  }

  RunConfig with(RunConfig config, String knob, Object value) throws InvalidConfig {
    return catalog.with(config, SettingPaths.MODEL + "." + knob, value);
  }

  private String title(RunConfig config, String knob, String value) {
    Optional<Knob> found = catalog.knob(config, SettingPaths.MODEL + "." + knob);
    if (found.isPresent() && found.get() instanceof ChoiceKnob choice) {
      String option =
          choice.options().stream()
              .filter(each -> each.id().equals(value))
              .map(Option::title)
              .findFirst()
              .orElse(value);
      return knob.equals("activation")
          ? option
          : choice.title().toLowerCase(Locale.ROOT) + " " + option;
    }
    return found.map(other -> other.title().toLowerCase(Locale.ROOT) + " ").orElse("") + value;
  }
}
