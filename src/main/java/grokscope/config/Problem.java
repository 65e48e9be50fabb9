package grokscope.config;

/**
 * What is wrong with one value of a config.
 *
 * @param path the JSON path, such as {@code task.modulus}; empty for the whole
 * @param sentence the rest of the sentence: the value, why it cannot be, what is allowed
 */
public record Problem(String path, String sentence) {
  @Override
  public String toString() {
    return path.isEmpty() ? sentence : path + " " + sentence;
  }
}
