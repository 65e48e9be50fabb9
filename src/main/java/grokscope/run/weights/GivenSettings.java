package grokscope.run.weights;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Messages;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds weights against settings that somebody has chosen. Immutable, any thread. */
final class GivenSettings {
  /** What of a network a file may have otherwise than the settings, because it only adds "=". */
  private static final Set<String> FORMS = Set.of("sequence", "outputs", "mask");

  private static final int LONGEST = 60;

  private final Catalog catalog;

  GivenSettings(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The config with the weights, for every meaning of theirs that fits it: usually one.
   *
   * @throws InvalidConfig with one sentence on which settings would fit
   */
  List<Candidate> fit(List<Draft> drafts, RunConfig config) throws InvalidConfig {
    TaskShape shape = TaskOptions.shape(config);
    List<Candidate> candidates = new ArrayList<>();
    Optional<List<String>> nearest = Optional.empty();
    for (Draft draft : drafts) {
      for (Fitting fitting : draft.fitLoosely(shape)) {
        List<String> differences = differences(fitting.type(), fitting.knobs(), config);
        if (differences.isEmpty()) {
          add(config, fitting, draft.remarks(), candidates);
        } else if (nearest.isEmpty() || differences.size() < nearest.get().size()) {
          nearest = Optional.of(differences);
        }
      }
    }
    if (!candidates.isEmpty()) {
      return candidates;
    }
    Draft draft = drafts.get(0);
    if (nearest.isPresent()) {
      throw refusal(draft, "the settings have another network", nearest.get());
    }
    List<String> settings = new ArrayList<>(size(draft, config));
    settings.addAll(differences(draft.type(), draft.knobs(), config));
    throw refusal(
        draft, "that is not the size of " + Tasks.of(config.task()).title(config.task()), settings);
  }

  private void add(
      RunConfig config, Fitting fitting, List<String> earlier, List<Candidate> candidates)
      throws InvalidConfig {
    RunConfig changed = config;
    List<String> remarks = new ArrayList<>(earlier);
    for (String form : FORMS) {
      Object value = fitting.knobs().get(form);
      if (value == null || !config.model().values().containsKey(form)) {
        continue;
      }
      if (!value.equals(config.model().value(form))) {
        changed = catalog.with(changed, path(form), value);
        remarks.add(
            "The settings say "
                + path(form)
                + " = "
                + config.model().value(form)
                + "; the file's shapes say "
                + value
                + ", which was taken.");
      }
    }
    fitting
        .open()
        .forEach(
            (knob, values) -> {
              Object said = config.model().values().get(knob);
              if (values.size() == 1 && said != null && !values.get(0).equals(said)) {
                remarks.add(
                    "The file says "
                        + path(knob)
                        + " = "
                        + values.get(0)
                        + "; the settings say "
                        + said
                        + ", which was kept.");
              }
            });
    boolean twice = false;
    for (Candidate candidate : candidates) {
      twice |= candidate.config().equals(changed) && candidate.weights().equals(fitting.weights());
    }
    if (!twice) {
      remarks.addAll(fitting.remarks());
      String title = Tasks.of(config.task()).title(config.task());
      candidates.add(new Candidate(changed, fitting.weights(), title, remarks));
    }
  }

  private static String path(String knob) {
    return SettingPaths.MODEL + "." + knob;
  }

  /** The settings that weights need and the config does not have: "model.dModel=64". */
  private List<String> differences(String type, Map<String, Object> knobs, RunConfig config) {
    List<String> different = new ArrayList<>();
    RunConfig compared = config;
    if (!type.equals(config.model().type())) {
      different.add(SettingPaths.MODEL_TYPE + "=" + type);
      try {
        compared = catalog.with(config, SettingPaths.MODEL_TYPE, type);
      } catch (InvalidConfig unknown) {
        return different;
      }
    }
    Map<String, Object> values = compared.model().values();
    knobs.forEach(
        (knob, value) -> {
          if (!FORMS.contains(knob) && !Objects.equals(values.get(knob), value)) {
            different.add(path(knob) + "=" + value);
          }
        });
    return different;
  }

  /** The task that has as many numbers as weights have tokens. */
  private static List<String> size(Draft draft, RunConfig config) {
    if (draft.numbers().isEmpty()
        || draft.numbers().contains(TaskOptions.shape(config).numbers())) {
      return List.of();
    }
    List<String> settings = new ArrayList<>();
    if (!Tasks.of(config.task()).isModular()) {
      settings.add("task.type=modular");
    }
    settings.add("task.modulus=" + draft.numbers().get(0));
    return settings;
  }

  private static InvalidConfig refusal(Draft draft, String why, List<String> settings) {
    return new InvalidConfig(
        "",
        "the file holds "
            + draft.words()
            + ", and "
            + why
            + (settings.isEmpty()
                ? ""
                : "; these settings would fit: "
                    + settings.stream()
                        .map(setting -> Messages.clipped(setting, LONGEST))
                        .collect(Collectors.joining(", "))));
  }
}
