package grokscope.config;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A config, preset or file was refused. The message is one sentence for a person. */
public final class InvalidConfig extends Exception {
  private static final long serialVersionUID = 1L;

  /** Refuses one value, or with an empty path the whole. */
  public InvalidConfig(String path, String sentence) {
    this(List.of(new Problem(path, sentence)));
  }

  /** Refuses for several reasons at once. */
  public InvalidConfig(List<Problem> problems) {
    super(sentence(problems.stream().map(Problem::toString).collect(Collectors.joining("; "))));
  }

  private InvalidConfig(String message) {
    super(message);
  }

  /** One sentence; never null, unlike those of other exceptions. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  private static String sentence(String words) {
    return words.endsWith("?") ? words : words + ".";
  }

  /** The same refusal with the file or source named in front. */
  public InvalidConfig in(String source) {
    return new InvalidConfig(source + ": " + getMessage());
  }
}
