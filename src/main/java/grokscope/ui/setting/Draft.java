package grokscope.ui.setting;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Knob;
import grokscope.config.preset.Preset;
import grokscope.story.KnobText;
import grokscope.text.NumberText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The config that the experiment panel edits, the preset it came from, and what is wrong with it.
 * FX thread only; needs no toolkit.
 *
 * <p>The config always has allowed values only. A typed text that is not one is remembered beside
 * it, as a problem, until the field holds an allowed value again.
 */
public final class Draft {
  /**
   * An experiment that was left with changes nobody saved.
   *
   * @param preset what it came from
   * @param config with the changes
   */
  public record Left(Preset preset, RunConfig config) {}

  /**
   * All that it has at a moment.
   *
   * @param next whether it is for the next run
   */
  public record Kept(Preset preset, RunConfig config, RunConfig filled, boolean next) {}

  private final Catalog catalog;
  private final ProblemWords words;
  private final Map<String, String> refused = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Preset> preset;
  private final ReadOnlyObjectWrapper<RunConfig> config;
  private final ReadOnlyObjectWrapper<Map<String, String>> problems =
      new ReadOnlyObjectWrapper<>(Map.of());

  private final ReadOnlyBooleanWrapper forNextRun = new ReadOnlyBooleanWrapper(false);

  private Optional<Left> left = Optional.empty();
  private RunConfig filled; // what it had when it was filled last

  public Draft(Catalog catalog, Preset preset) {
    this.catalog = catalog;
    this.words = new ProblemWords(catalog);
    this.preset = new ReadOnlyObjectWrapper<>(preset);
    this.config = new ReadOnlyObjectWrapper<>(preset.config());
    this.filled = preset.config();
    check();
  }

  /** Takes over a preset's config; what was edited can be brought back. */
  public void open(Preset opened) {
    leave(edited());
    show(opened, opened.config(), true);
  }

  /**
   * Shows the settings of a run beside it. What was edited since something was shown last can be
   * brought back.
   *
   * @param preset what the run was started from
   * @param settings those of the run
   */
  public void follow(Preset preset, RunConfig settings) {
    leave(edited() && !config.get().equals(filled));
    show(preset, settings, false);
  }

  /**
   * Takes over the task and the network of another config; everything else stays, and so does the
   * preset that it is measured against.
   */
  public void takeNetwork(RunConfig other) {
    RunConfig next = config.get();
    try {
      for (String path : catalog.paths(other)) {
        if (path.startsWith(SettingPaths.TASK + ".") || path.startsWith(SettingPaths.MODEL + ".")) {
          next = catalog.with(next, path, other.get(path));
        }
      }
    } catch (InvalidConfig impossible) {
      throw new IllegalArgumentException("a config of another catalog", impossible);
    }
    show(preset.get(), next, true);
  }

  /** A run has begun with these settings, so they are not only for the next one. */
  public void taken() {
    filled = config.get();
    forNextRun.set(false);
  }

  /** The run that is shown from now on has other settings, and these are for one after it. */
  public void keepForNextRun() {
    forNextRun.set(true);
  }

  /** Whether these settings are those of no run that is shown: chosen, and not run yet. */
  public ReadOnlyBooleanProperty forNextRunProperty() {
    return forNextRun.getReadOnlyProperty();
  }

  /** Goes back to the experiment that was left last with changes, and leaves the present one. */
  public void bringBack() {
    Optional<Left> before = left;
    leave(edited());
    before.ifPresent(back -> show(back.preset(), back.config(), true));
  }

  /** What {@link #restore} brings back. */
  public Kept kept() {
    return new Kept(preset.get(), config.get(), filled, forNextRun.get());
  }

  /** Is again as it was. */
  public void restore(Kept before) {
    show(before.preset(), before.config(), before.next());
    filled = before.filled();
  }

  private void leave(boolean worthKeeping) {
    if (worthKeeping) {
      left = Optional.of(new Left(preset.get(), config.get()));
    }
  }

  private void show(Preset opened, RunConfig shown, boolean next) {
    refused.clear();
    filled = shown;
    forNextRun.set(next);
    preset.set(opened);
    config.set(shown);
    check();
  }

  /** Whether a knob has another value than in the preset. */
  public boolean edited() {
    return !config.get().equals(preset.get().config());
  }

  /** What {@link #bringBack} would bring. */
  public Optional<Left> left() {
    return left;
  }

  /** Names the preset that this config was saved as; the config stays. */
  public void savedAs(Preset saved) {
    preset.set(saved);
  }

  /** A typed text; when it is not allowed the config keeps its value and a problem appears. */
  public void type(String path, String text) {
    Knob knob = catalog.knob(config.get(), path).orElseThrow();
    KnobText written = new KnobText(knob);
    Optional<Object> value = written.read(text);
    if (value.isPresent()) {
      set(path, value.get());
    } else {
      refused.put(path, written.refusal());
      check();
    }
  }

  /** An allowed value, or the id of a kind. */
  public void set(String path, Object value) {
    refused.remove(path);
    try {
      config.set(catalog.with(config.get(), path, value));
    } catch (InvalidConfig notAllowed) {
      refused.put(path, NumberText.sentence(notAllowed.getMessage()));
    }
    refused.keySet().removeIf(other -> !exists(other)); // a new kind has other knobs
    check();
  }

  /** Back to the preset's value. */
  public void reset(String path) {
    presetValue(path).ifPresent(value -> set(path, value));
  }

  /** The preset's value, if its kinds have such a knob. */
  public Optional<Object> presetValue(String path) {
    return valueIn(preset.get().config(), path);
  }

  /** Whether the value, or what was typed for it, is not the preset's. */
  public boolean differsFromPreset(String path) {
    return refused.containsKey(path)
        || presetValue(path).filter(value -> !value.equals(value(path))).isPresent();
  }

  /** Whether another config, such as that of the run in progress, has another value. */
  public boolean differsFrom(RunConfig other, String path) {
    return !valueIn(other, path).equals(Optional.of(value(path)));
  }

  /** The value at a path. */
  public Object value(String path) {
    return config.get().get(path);
  }

  /** Whether the field at a path holds a text that is not allowed. */
  public boolean refuses(String path) {
    return refused.containsKey(path);
  }

  public ReadOnlyObjectProperty<RunConfig> configProperty() {
    return config.getReadOnlyProperty();
  }

  public RunConfig config() {
    return config.get();
  }

  public ReadOnlyObjectProperty<Preset> presetProperty() {
    return preset.getReadOnlyProperty();
  }

  public Preset preset() {
    return preset.get();
  }

  /** The sentences to show, by the path of the knob they belong to; empty when it can be run. */
  public ReadOnlyObjectProperty<Map<String, String>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  public Map<String, String> problems() {
    return problems.get();
  }

  /** Why it cannot be run, in one sentence that names the knob; empty when it can. */
  public String reason() {
    return problems.get().entrySet().stream()
        .findFirst()
        .map(problem -> named(problem.getKey(), problem.getValue()))
        .orElse("");
  }

  /** Why a knob has no effect, in a sentence; empty when it has one, or a wrong value to mend. */
  public Optional<String> idle(String path) {
    return problems.get().containsKey(path)
        ? Optional.empty()
        : catalog.idle(config.get(), path).map(reason -> "Has no effect: " + reason + ".");
  }

  /** Why an option of a choice cannot be chosen now, in a sentence; empty when it can. */
  public Optional<String> refusal(String path, String option) {
    return new OptionCheck(catalog).refusal(config.get(), path, option);
  }

  private String named(String path, String sentence) {
    String title = words.title(config.get(), path);
    return title.isEmpty() || sentence.startsWith(title)
        ? sentence
        : title + " " + sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private void check() {
    Map<String, String> found = new LinkedHashMap<>(refused);
    for (Problem problem : catalog.problems(config.get())) {
      found.putIfAbsent(problem.path(), words.sentence(config.get(), problem));
    }
    if (!found.equals(problems.get())) {
      problems.set(found);
    }
  }

  private boolean exists(String path) {
    return valueIn(config.get(), path).isPresent();
  }

  private Optional<Object> valueIn(RunConfig some, String path) {
    return catalog.paths(some).contains(path) ? Optional.of(some.get(path)) : Optional.empty();
  }
}
