package grokscope.config.queue;

import grokscope.config.InvalidConfig;

/** Makes a value of what a person has typed. */
@FunctionalInterface
public interface ValueReader {
  /**
   * The value.
   *
   * @throws InvalidConfig when there is none
   */
  Object value(String word) throws InvalidConfig;
}
