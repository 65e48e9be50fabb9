package grokscope.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Where warnings and errors go: to the terminal, and where a window is open also into files, for a
 * person who started it without a terminal. Libraries have nothing else to say to a user. Made and
 * closed on the main thread.
 */
final class ProgramLog implements AutoCloseable {
  private final Logger everything = Logger.getLogger("");
  private final Handler terminal;
  private Optional<Handler> files = Optional.empty();

  /** From now on what is logged is a line there, and nowhere else. */
  ProgramLog(PrintStream err) {
    for (Handler before : everything.getHandlers()) {
      everything.removeHandler(before);
    }
    everything.setLevel(Level.WARNING);
    terminal = new TerminalHandler(err);
    everything.addHandler(terminal);
  }

  /** Logs into files of a folder as well. Folder and file are made with the first line in them. */
  void alsoIn(Path folder) {
    Handler handler = new LazyFiles(folder);
    files = Optional.of(handler);
    everything.addHandler(handler);
  }

  /** Logs nothing more. */
  @Override
  public void close() {
    everything.removeHandler(terminal);
    files.ifPresent(
        handler -> {
          everything.removeHandler(handler);
          handler.close();
        });
  }

  /**
   * Keeps the handlers while the program ends: an interrupted run still says what it could not
   * write, when the platform's manager would have taken them away. The platform makes it.
   */
  public static final class Manager extends LogManager {
    /** Only the platform calls this. */
    public Manager() {}

    @Override
    public void reset() {
      // Whoever adds a handler here also removes it.
    }
  }

  /** Writes to the terminal at once. */
  private static final class TerminalHandler extends Handler {
    private final PrintStream err;

    TerminalHandler(PrintStream err) {
      this.err = err;
      setFormatter(new Line());
    }

    @Override
    public void publish(LogRecord entry) {
      if (isLoggable(entry)) {
        err.print(getFormatter().format(entry));
        err.flush();
      }
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {
      flush();
    }
  }

  /** The platform's rolling files, opened when there is something to write. Any thread. */
  private static final class LazyFiles extends Handler {
    private static final int LARGEST_BYTES = 1_000_000;
    private static final int MOST_FILES = 3;

    private final Path folder;
    private Optional<FileHandler> opened = Optional.empty();
    private boolean unusable;

    LazyFiles(Path folder) {
      this.folder = folder;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
      if (!unusable && isLoggable(entry)) {
        open().ifPresent(file -> file.publish(entry));
      }
    }

    private Optional<FileHandler> open() {
      if (opened.isEmpty()) {
        try {
          Files.createDirectories(folder);
          FileHandler file = new FileHandler(pattern(), LARGEST_BYTES, MOST_FILES, true);
          file.setEncoding("UTF-8");
          file.setFormatter(new TimedLine());
          opened = Optional.of(file);
        } catch (IOException e) {
          unusable =
              true; // the terminal has the same lines, and there is nowhere else to report it
        }
      }
      return opened;
    }

    /** A second program at the same time counts %u on; %g is 0 for the newest file. */
    private String pattern() {
      return folder.toAbsolutePath().toString().replace("%", "%%") + "/grokscope-%u.%g.log";
    }

    @Override
    public synchronized void flush() {
      opened.ifPresent(Handler::flush);
    }

    @Override
    public synchronized void close() {
      opened.ifPresent(Handler::close);
      opened = Optional.empty();
      unusable = true;
    }
  }

  /** "[WARN] RunRecorder - what happened", and after it what was thrown. */
  private static class Line extends Formatter {
    @Override
    public String format(LogRecord entry) {
      String name = String.valueOf(entry.getLoggerName());
      StringWriter text = new StringWriter();
      PrintWriter lines = new PrintWriter(text);
      lines.println(
          "["
              + level(entry.getLevel())
              + "] "
              + name.substring(name.lastIndexOf('.') + 1)
              + " - "
              + formatMessage(entry));
      if (entry.getThrown() != null) {
        entry.getThrown().printStackTrace(lines);
      }
      return text.toString();
    }

    private static String level(Level level) {
      return level.intValue() >= Level.SEVERE.intValue() ? "ERROR" : "WARN";
    }
  }

  /** The same with the time before it. */
  private static final class TimedLine extends Line {
    private final DateTimeFormatter time =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss ", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    @Override
    public String format(LogRecord entry) {
      return time.format(entry.getInstant()) + super.format(entry);
    }
  }
}
