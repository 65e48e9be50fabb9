package grokscope.config.knob;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of a few named options, the first of them in a fresh config. Immutable, any thread.
 *
 * @param words what it is called, and when it acts
 * @param options what can be chosen, the initial one first
 */
public record ChoiceKnob(KnobWords words, List<Option> options) implements Knob {

  /**
   * A choice.
   *
   * @throws IllegalArgumentException for no option at all, for two with the same id, or for one
   *     without an id or a title
   */
  public ChoiceKnob {
    options = List.copyOf(options);
    words.require(!options.isEmpty(), "has no options");
    words.require(
        options.stream().map(Option::id).distinct().count() == options.size(),
        "has two options of one id among " + ids(options));
    words.require(
        options.stream().noneMatch(o -> o.id().isBlank() || o.title().isBlank()),
        "has an option without an id or a title among " + ids(options));
  }

  /** A choice that has its words, but no options. */
  public record Start(KnobWords words) {
    /**
     * The knob with these options, the first of them the initial one.
     *
     * @throws IllegalArgumentException when two have one id, or one has no id or no title
     */
    public ChoiceKnob among(Option... options) {
      return among(List.of(options));
    }

    /** The same for a list, which must not be empty. */
    public ChoiceKnob among(List<? extends Option> options) {
      return new ChoiceKnob(words, List.copyOf(options));
    }
  }

  @Override
  public Object initial() {
    return options.get(0).id();
  }

  @Override
  public String allowed() {
    return "one of " + ids(options);
  }

  @Override
  public Optional<Object> accept(@Nullable Object raw) {
    return options.stream()
        .map(Option::id)
        .filter(id -> Objects.equals(id, raw))
        .map(id -> (Object) id)
        .findFirst();
  }

  private static String ids(List<Option> options) {
    return Messages.quoted(options.stream().map(Option::id).toList());
  }
}
