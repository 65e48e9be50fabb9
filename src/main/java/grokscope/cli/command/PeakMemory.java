package grokscope.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory this process has held, native memory included. Stateless, any thread. */
public final class PeakMemory {
  private static final Pattern LINE = Pattern.compile("(?m)^VmHWM:\\s+([0-9]+) kB$");

  private PeakMemory() {}

  /** In megabytes; empty where the system does not say. */
  static Optional<Double> megabytes() {
    try {
      return in(Files.readString(Path.of("/proc/self/status")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public static Optional<Double> in(String status) {
    Matcher line = LINE.matcher(status);
    return line.find()
        ? Optional.of(Math.rint(Long.parseLong(line.group(1)) / 102.4) / 10)
        : Optional.empty();
  }
}
