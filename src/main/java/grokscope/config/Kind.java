package grokscope.config;

import grokscope.config.knob.Knob;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a list: a task, model or optimiser that a run can choose. Immutable, any thread.
 *
 * @param id the JSON type id
 * @param title the words on the screen
 * @param sentence one sentence that says what it is
 * @param knobs what can be adjusted
 * @param check what must hold beyond each knob's own range
 * @param inactiveRule which knobs have no effect while others are as they are
 * @param factory how to make one; what it is depends on the list
 */
public record Kind<F>(
    String id,
    String title,
    String sentence,
    List<Knob> knobs,
    Check check,
    InactiveRule inactiveRule,
    F factory) {

  /** Looks at a whole config in which this kind is chosen, and says what cannot be. */
  @FunctionalInterface
  public interface Check {
    /** Nothing beyond the ranges of the knobs. */
    Check NONE = config -> List.of();

    /** The problems, empty when the config is fine. */
    List<Problem> problems(RunConfig config);
  }

  /**
   * A kind.
   *
   * @throws IllegalArgumentException when two knobs have one name, or one is called {@code type}
   */
  public Kind {
    knobs = List.copyOf(knobs);
    Set<String> names = new HashSet<>(Set.of("type")); // the key of the kind itself
    for (Knob knob : knobs) {
      if (!names.add(knob.name())) {
        throw new IllegalArgumentException(
            "\"" + title + "\" cannot have another knob called \"" + knob.name() + "\"");
      }
    }
  }

  /** A kind whose every knob always has an effect. */
  public Kind(String id, String title, String sentence, List<Knob> knobs, Check check, F factory) {
    this(id, title, sentence, knobs, check, InactiveRule.NEVER, factory);
  }

  /** This kind with every knob at its initial value. */
  public Settings defaults() {
    Map<String, Object> values = new LinkedHashMap<>();
    knobs.forEach(knob -> values.put(knob.name(), knob.initial()));
    return new Settings(id, values);
  }

  /** The knob of this name. */
  public Optional<Knob> knob(String name) {
    return knobs.stream().filter(knob -> knob.name().equals(name)).findFirst();
  }
}
