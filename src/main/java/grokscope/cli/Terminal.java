package grokscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a command writes. Main thread only.
 *
 * @param out results
 * @param err what went wrong, and remarks
 * @param redraws whether a person watches, so that a line may be drawn over
 * @param charset how characters are written
 */
public record Terminal(PrintStream out, PrintStream err, boolean redraws, Charset charset) {

  /** The terminal, pipe or file that the program was started in. */
  // From Java 22 on this is only so with jdk.console=java.base, which the launcher sets.
  @SuppressWarnings("SystemConsoleNull")
  public static Terminal ofProcess() {
    Charset charset = charsetHere();
    return new Terminal(
        stream(FileDescriptor.out, charset),
        stream(FileDescriptor.err, charset),
        System.console() != null,
        charset);
  }

  /** Whether more than ASCII can be shown. */
  public boolean unicode() {
    return charset.newEncoder().canEncode('█');
  }

  private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
    OutputStream bytes = new FileOutputStream(descriptor);
    return new PrintStream(bytes, true, charset);
  }

  private static Charset charsetHere() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
      return StandardCharsets.UTF_8; // also where no language is set, as in containers
    }
    String name = System.getProperty("sun.stdout.encoding");
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }
}
