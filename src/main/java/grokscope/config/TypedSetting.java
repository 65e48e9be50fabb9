package grokscope.config;

import grokscope.config.knob.Messages;

/**
 * A setting as a person types it, {@code path=value}. Immutable, any thread.
 *
 * @param path such as {@code data.trainFraction}
 * @param typed what stands behind the sign, with its spaces
 */
public record TypedSetting(String path, String typed) {
  /**
   * Reads one.
   *
   * @param source what refusals call the text, such as an option
   * @param form what the text must be, for the refusal
   * @throws InvalidConfig when it has no path before a sign
   */
  public static TypedSetting parse(String source, String text, String form) throws InvalidConfig {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new InvalidConfig(source, "is " + Messages.display(text) + ", but must be " + form);
    }
    return new TypedSetting(text.substring(0, equals).strip(), text.substring(equals + 1));
  }
}
