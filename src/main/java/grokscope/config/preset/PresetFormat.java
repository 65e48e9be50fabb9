package grokscope.config.preset;

import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.knob.Messages;
import grokscope.config.preset.Expectation.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a preset: the keys of a config, with a heading of title, group, story, source, focus,
 * minutes and expectation. A file without any of the heading is a bare config. Immutable, any
 * thread.
 */
final class PresetFormat {
  private static final String AT_MOST = "at most ";
  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_STORY = 1000;
  private static final double LONGEST_MINUTES = 1e5;
  private static final List<String> HEADING =
      List.of("title", "story", "group", "source", "focus", "minutes", "expect");

  private final Catalog catalog;
  private final ConfigFormat configs;

  PresetFormat(Catalog catalog) {
    this.catalog = catalog;
    this.configs = new ConfigFormat(catalog);
  }

  /** The preset as JSON keys. */
  Map<String, Object> write(Preset preset) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("title", preset.title());
    object.put("group", preset.presetNotes().group());
    object.put("story", preset.story());
    object.put("source", preset.presetNotes().source());
    object.put("focus", preset.focus());
    object.put("minutes", preset.presetNotes().minutes());
    Map<String, Object> expect = new LinkedHashMap<>();
    expect.put("outcome", preset.expectation().outcome().id());
    preset.expectation().memorizedBy().ifPresent(step -> expect.put("memorizedBy", step));
    preset.expectation().grokkedBy().ifPresent(step -> expect.put("grokkedBy", step));
    object.put("expect", expect);
    object.putAll(configs.write(preset.config()));
    return object;
  }

  /**
   * The preset that a text describes; a bare config takes its id as its title. A preset of the
   * user's, which has been saved whole, may be older than some knobs; then it has their initial
   * values, as old runs have.
   */
  Preset read(String id, boolean shipped, String text) throws InvalidConfig {
    Map<String, Object> object = Json.read(text);
    Map<String, Object> rest = new LinkedHashMap<>(object);
    if (!rest.keySet().removeAll(HEADING)) {
      RunConfig config = configs.read(rest);
      return new Preset(id, shipped, PresetNotes.bare(id), config);
    }
    for (String key : HEADING) {
      ConfigFormat.needed(object, key, key);
    }
    refuseMisspelt(rest);
    RunConfig config = shipped ? configs.read(rest) : configs.readStored(rest);
    PresetNotes presetNotes =
        new PresetNotes(
            checkedTitle(object.get("title")),
            line("group", object.get("group"), LONGEST_TITLE, AT_MOST + LONGEST_TITLE, 0),
            checkedStory(object.get("story")),
            line("source", object.get("source"), LONGEST_STORY, AT_MOST + LONGEST_STORY, 0),
            checkedFocus(object.get("focus"), config),
            expectation(Json.object(object.get("expect"), "expect"), config),
            minutes(object.get("minutes")));
    String remark = remark(presetNotes.title(), configs.lacking(rest, config), config);
    return new Preset(id, shipped, presetNotes, config, remark);
  }

  /** What a preset that was saved before there were some knobs has for them. */
  private static String remark(String title, List<String> lacking, RunConfig config) {
    return lacking.isEmpty()
        ? ""
        : "“"
            + title
            + "” was saved before there were all of today's settings, and has those as they were"
            + " then: "
            + lacking.stream()
                .map(path -> path + "=" + config.get(path))
                .collect(Collectors.joining(", "))
            + ".";
  }

  /** A misspelt heading key is compared with the heading too, not only with the config's keys. */
  private void refuseMisspelt(Map<String, Object> rest) throws InvalidConfig {
    List<String> known = new ArrayList<>(HEADING);
    known.addAll(configs.write(catalog.defaults()).keySet());
    for (String key : rest.keySet()) {
      if (!known.contains(key)) {
        throw new InvalidConfig(
            Messages.clipped(key, 60), "is not a known key; " + ConfigFormat.hint(key, known));
      }
    }
  }

  /** A title that can be shown and saved. */
  static String checkedTitle(@Nullable Object raw) throws InvalidConfig {
    return line("title", raw, LONGEST_TITLE, "a line of 1 to " + LONGEST_TITLE, 1);
  }

  /** A story that can be shown and saved. */
  static String checkedStory(@Nullable Object raw) throws InvalidConfig {
    return line("story", raw, LONGEST_STORY, AT_MOST + LONGEST_STORY, 0);
  }

  /** Paths that are settings of the config. */
  List<String> checkedFocus(@Nullable Object raw, RunConfig config) throws InvalidConfig {
    if (!(raw instanceof List<?> list)) {
      throw new InvalidConfig(
          "focus", "is " + Messages.display(raw) + ", but must be a list of settings");
    }
    List<String> known = catalog.paths(config);
    List<String> focus = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof String path) || !known.contains(path)) {
        throw new InvalidConfig(
            "focus[" + focus.size() + "]",
            "is " + Messages.display(item) + ", but must be one of " + String.join(", ", known));
      }
      focus.add(path);
    }
    return focus;
  }

  private static String line(
      String path, @Nullable Object raw, int longest, String allowed, int shortest)
      throws InvalidConfig {
    if (raw instanceof String words
        && words.strip().length() >= shortest
        && words.length() <= longest
        && words.chars().noneMatch(Character::isISOControl)) {
      return words.strip();
    }
    throw new InvalidConfig(
        path,
        "is "
            + Messages.display(raw)
            + ", but must be "
            + allowed
            + " characters without line breaks");
  }

  private static double minutes(@Nullable Object raw) throws InvalidConfig {
    if (raw instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() <= LONGEST_MINUTES) {
      return number.doubleValue();
    }
    throw new InvalidConfig(
        "minutes", "is " + Messages.display(raw) + ", but must be a number from 0 to 100000");
  }

  private static Expectation expectation(Map<String, Object> expect, RunConfig config)
      throws InvalidConfig {
    List<String> known = List.of("outcome", "memorizedBy", "grokkedBy");
    for (String key : expect.keySet()) {
      if (!known.contains(key)) {
        throw new InvalidConfig(
            "expect." + Messages.clipped(key, 60),
            "is not a known key; " + ConfigFormat.hint(key, known));
      }
    }
    Outcome outcome = outcome(ConfigFormat.needed(expect, "outcome", "expect.outcome"));
    Optional<Integer> grokkedBy = step(expect, "grokkedBy", config);
    if (grokkedBy.isPresent() && (outcome == Outcome.NEVER || outcome == Outcome.PARTLY)) {
      throw new InvalidConfig(
          "expect.grokkedBy",
          "is "
              + grokkedBy.get()
              + ", but must be left out where the outcome is "
              + Messages.display(outcome.id()));
    }
    Optional<Integer> memorizedBy = step(expect, "memorizedBy", config);
    if (memorizedBy.isPresent() && outcome == Outcome.PHASE_CHANGE) {
      throw new InvalidConfig(
          "expect.memorizedBy",
          "is "
              + memorizedBy.get()
              + ", but must be left out where the outcome is \"phase-change\", because no example"
              + " comes twice");
    }
    return new Expectation(outcome, memorizedBy, grokkedBy);
  }

  private static Outcome outcome(@Nullable Object raw) throws InvalidConfig {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.id().equals(raw)) {
        return outcome;
      }
    }
    throw new InvalidConfig(
        "expect.outcome",
        "is " + Messages.display(raw) + ", but must be one of " + Messages.quoted(Outcome.ids()));
  }

  private static Optional<Integer> step(Map<String, Object> expect, String key, RunConfig config)
      throws InvalidConfig {
    if (!expect.containsKey(key)) {
      return Optional.empty();
    }
    Object raw = expect.get(key);
    if (raw instanceof Integer step && step >= 0 && step <= config.steps()) {
      return Optional.of(step);
    }
    throw new InvalidConfig(
        "expect." + key,
        "is "
            + Messages.display(raw)
            + ", but must be a whole number from 0 to the run's "
            + config.steps()
            + " steps");
  }
}
