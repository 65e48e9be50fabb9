package grokscope.config.knob;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One adjustable value of a run: what it is called, which values it takes, and when it acts.
 * Immutable, any thread. {@link Knobs} makes them.
 *
 * <p>Every screen control, JSON key and command-line path is drawn from a knob, so nothing else in
 * the program lists them. A value in its canonical form is a {@code Long}, {@code Double} or {@code
 * String}.
 */
public sealed interface Knob permits WholeKnob, RealKnob, ChoiceKnob, CountKnob, TextKnob {

  /** What it is called, and when it acts. */
  KnobWords words();

  /** The value of a fresh config, in canonical form. */
  Object initial();

  /** What is allowed, in words that end a sentence: "a whole number from 5 to 199". */
  String allowed();

  /**
   * The canonical form of a value, or empty when it is not allowed.
   *
   * @param raw a {@code Long}, {@code Double}, {@code String} or {@code Boolean}; null is refused
   */
  Optional<Object> accept(@Nullable Object raw);

  /** The JSON key inside its section, and the last part of its path. */
  default String name() {
    return words().name();
  }

  /** The words on the screen. */
  default String title() {
    return words().title();
  }

  /** The word before the value in a legend; empty where the value says enough. */
  default String brief() {
    return words().brief();
  }

  /** A sentence or two for the tooltip and the help. */
  default String sentence() {
    return words().sentence();
  }

  /** When a change takes effect. */
  default Acts acts() {
    return words().acts();
  }
}
