package grokscope.config;

import grokscope.config.knob.Acts;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run can choose from: the sections with their kinds and knobs. It alone makes and
 * changes configs, so a config outside the allowed values does not exist. Immutable, any thread.
 */
public final class Catalog {
  private final List<Section> sections;
  private final List<Kind.Check> checks;
  private final InactiveRule inactiveRule;

  /**
   * A catalog.
   *
   * @param sections the run's own section (empty path), and at least task, data, model, optimizer
   * @param checks what must hold for any config, beyond the checks of the chosen kinds
   */
  public Catalog(List<Section> sections, List<Kind.Check> checks) {
    this(sections, checks, InactiveRule.NEVER);
  }

  /**
   * A catalog.
   *
   * @param sections as in the other constructor
   * @param checks as in the other constructor
   * @param inactiveRule which knobs have no effect, for reasons that a single kind cannot know
   */
  public Catalog(List<Section> sections, List<Kind.Check> checks, InactiveRule inactiveRule) {
    this.sections = List.copyOf(sections);
    this.checks = List.copyOf(checks);
    this.inactiveRule = inactiveRule;
  }

  /** The sections in the order of the files. */
  public List<Section> sections() {
    return sections;
  }

  /** The section at a path. */
  public Optional<Section> section(String path) {
    return sections.stream().filter(section -> section.path().equals(path)).findFirst();
  }

  /** Every knob at its initial value, the first kind in every section. */
  public RunConfig defaults() {
    Map<String, Settings> settings = new LinkedHashMap<>();
    sections.forEach(section -> settings.put(section.path(), section.kinds().get(0).defaults()));
    return new RunConfig(settings);
  }

  /** What the panel calls a knob, or a choice between kinds; empty for another path. */
  public Optional<String> title(RunConfig config, String path) {
    return knob(config, path)
        .map(Knob::title)
        .or(
            () ->
                sections().stream()
                    .filter(section -> section.hasType() && section.pathOf("type").equals(path))
                    .map(Section::title)
                    .findFirst());
  }

  /** The knob at a path of this config, if there is one. */
  public Optional<Knob> knob(RunConfig config, String path) {
    return section(RunConfig.sectionOf(path))
        .flatMap(
            section -> section.kindOf(config.section(section.path())).knob(RunConfig.nameOf(path)));
  }

  /**
   * The config with one value changed. A new {@code type} brings that kind's initial values.
   *
   * @param path such as {@code optimizer.weightDecay} or {@code model.type}
   * @param raw a {@code Long}, {@code Double}, {@code String} or {@code Boolean}; null is refused
   * @throws InvalidConfig when there is no such path or the value is not allowed
   */
  public RunConfig with(RunConfig config, String path, @Nullable Object raw) throws InvalidConfig {
    Section section = section(RunConfig.sectionOf(path)).orElseThrow(() -> unknown(config, path));
    String name = RunConfig.nameOf(path);
    Settings settings = config.section(section.path());
    if (name.equals("type") && section.hasType()) {
      Kind<?> kind = kindNamed(section, raw);
      return kind.id().equals(settings.type())
          ? config
          : config.withSection(section.path(), kind.defaults());
    }
    Knob knob = section.kindOf(settings).knob(name).orElseThrow(() -> unknown(config, path));
    return config.withSection(
        section.path(), settings.with(name, accepted(knob, section.pathOf(name), raw)));
  }

  /** The kind that a {@code type} value names. */
  Kind<?> kindNamed(Section section, @Nullable Object raw) throws InvalidConfig {
    for (Kind<?> kind : section.kinds()) {
      if (kind.id().equals(raw)) {
        return kind;
      }
    }
    throw new InvalidConfig(
        section.pathOf("type"),
        "is "
            + Messages.display(raw)
            + ", but must be one of "
            + String.join(
                ", ", section.kinds().stream().map(kind -> '"' + kind.id() + '"').toList()));
  }

  /** The canonical form of a knob's value. */
  static Object accepted(Knob knob, String path, @Nullable Object raw) throws InvalidConfig {
    return knob.accept(raw)
        .orElseThrow(
            () ->
                new InvalidConfig(
                    path, "is " + Messages.display(raw) + ", but must be " + knob.allowed()));
  }

  /**
   * Checks what no single knob can: a prime modulus for division, heads that divide the width, a
   * network that fits the memory.
   *
   * @throws InvalidConfig with every problem found
   */
  public void check(RunConfig config) throws InvalidConfig {
    List<Problem> problems = problems(config);
    if (!problems.isEmpty()) {
      throw new InvalidConfig(problems);
    }
  }

  /** The problems of a config, each at its path; empty when it can be run. */
  public List<Problem> problems(RunConfig config) {
    List<Problem> problems = new ArrayList<>();
    for (Section section : sections) {
      Kind<?> kind = section.kindOf(config.section(section.path()));
      problems.addAll(kind.check().problems(config));
    }
    if (problems.isEmpty()) { // the general checks may rely on the particular ones
      checks.forEach(check -> problems.addAll(check.problems(config)));
    }
    if (problems.isEmpty()) { // a script turns knobs of a config that can be run
      problems.addAll(scriptProblems(config));
    }
    return problems;
  }

  /** Turns of knobs that do not act live, or to values that are not allowed. */
  private List<Problem> scriptProblems(RunConfig config) {
    if (!(config.run().values().get(Script.KNOB) instanceof String text)) {
      return List.of(); // a catalog without scripts
    }
    try {
      for (ScriptedChange scriptedChange : Script.parse(text).scriptedChanges()) {
        Optional<Knob> knob = knob(config, scriptedChange.path());
        RunConfig turned =
            with(
                config,
                scriptedChange.path(),
                TypedValue.value(scriptedChange.typed(), knob)); // or says why not
        if (knob.filter(known -> known.acts() == Acts.LIVE).isEmpty()) {
          throw new InvalidConfig(scriptedChange.path(), "cannot change during a run");
        }
        check(turned.withSection("", config.run().with(Script.KNOB, "")));
      }
      return List.of();
    } catch (InvalidConfig refused) {
      String sentence = refused.getMessage().replaceAll("\\.$", "");
      String own = Script.KNOB + " ";
      return List.of(
          new Problem(
              Script.KNOB,
              sentence.startsWith(own)
                  ? sentence.substring(own.length())
                  : "has a change that is not possible: " + sentence));
    }
  }

  /**
   * Why the knob at a path of this config has no effect, in words that follow "Has no effect:";
   * empty when it has one.
   */
  public Optional<String> idle(RunConfig config, String path) {
    return section(RunConfig.sectionOf(path))
        .map(section -> section.kindOf(config.section(section.path())))
        .flatMap(kind -> kind.inactiveRule().reason(config, RunConfig.nameOf(path)))
        .or(() -> inactiveRule.reason(config, path));
  }

  /** Every path of this config, in the order of the files. */
  public List<String> paths(RunConfig config) {
    List<String> paths = new ArrayList<>();
    for (Section section : sections) {
      if (section.hasType()) {
        paths.add(section.pathOf("type"));
      }
      section
          .kindOf(config.section(section.path()))
          .knobs()
          .forEach(knob -> paths.add(section.pathOf(knob.name())));
    }
    return paths;
  }

  private InvalidConfig unknown(RunConfig config, String path) {
    return new InvalidConfig(
        Messages.clipped(path, 60), elsewhere(path).orElseGet(() -> noSetting(config, path)));
  }

  private String noSetting(RunConfig config, String path) {
    List<String> known = paths(config);
    return "is not a setting; "
        + Messages.nearest(path, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("the settings are " + String.join(", ", known));
  }

  /** That a path is a setting of other kinds of its section, and which those are. */
  private Optional<String> elsewhere(String path) {
    return section(RunConfig.sectionOf(path))
        .map(
            section ->
                section.kinds().stream()
                    .filter(kind -> kind.knob(RunConfig.nameOf(path)).isPresent())
                    .map(kind -> section.pathOf("type") + "=" + kind.id())
                    .toList())
        .filter(types -> !types.isEmpty())
        .map(types -> "is a setting only with " + String.join(" or ", types));
  }
}
