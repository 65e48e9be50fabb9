package grokscope.run.format;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import java.nio.file.Path;

/** Refusals that name a file or a folder. Stateless, any thread. */
public final class FileRefusal {
  private static final int LONGEST_SHOWN = 400;

  private FileRefusal() {}

  /**
   * A refusal.
   *
   * @param path the file or folder; shortened where it is very long
   * @param sentence why it is refused, without a full stop
   */
  public static InvalidConfig of(Path path, String sentence) {
    return new InvalidConfig("", sentence).in(shown(path));
  }

  /** What a refusal calls a file or a folder. */
  public static String shown(Path path) {
    String name = path.toString().isEmpty() ? "." : path.toString();
    return Messages.clipped(name, LONGEST_SHOWN);
  }
}
