package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLogTest {
  private static final Logger ROOT = Logger.getLogger("");

  @TempDir private Path home;

  private final Handler[] handlers = ROOT.getHandlers();
  private final Level level = ROOT.getLevel();
  private final Logger recorder = Logger.getLogger("grokscope.run.RunRecorder");
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @AfterEach
  void putBack() {
    for (Handler handler : handlers) {
      ROOT.addHandler(handler);
    }
    ROOT.setLevel(level);
  }

  private String err() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void writesOneShortLineForAWarning() {
    ProgramLog log = new ProgramLog(err);
    recorder.warning("The disk is full.");
    recorder.info("nobody wants to know");
    recorder.log(Level.WARNING, "in {0} parts", 2);
    log.close();
    recorder.warning("too late");
    assertThat(err())
        .isEqualTo("[WARN] RunRecorder - The disk is full.\n[WARN] RunRecorder - in 2 parts\n");
  }

  @Test
  void writesWhatWasThrownBelow() {
    ProgramLog log = new ProgramLog(err);
    recorder.log(Level.SEVERE, "broken", new IllegalStateException("why"));
    log.close();
    assertThat(err())
        .startsWith(
            """
            [ERROR] RunRecorder - broken
            java.lang.IllegalStateException: why
            \tat grokscope.app.\
            """);
  }

  @Test
  void keepsAFileWithTheTimeOnceThereIsSomethingToSay() throws Exception {
    Path folder = home.resolve("100 %/logs");
    try (ProgramLog log = new ProgramLog(err)) {
      log.alsoIn(folder);
      assertThat(folder).doesNotExist();
      recorder.warning("The disk is full – “é”.");
      assertThat(Files.readString(folder.resolve("grokscope-0.0.log")))
          .matches(
              "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\[WARN] RunRecorder - The disk is full –"
                  + " “é”\\.\\R");
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.lck");
    assertThat(err()).hasLineCount(1);
  }

  @Test
  void saysTheSameInTheTerminalWhereNoFileCanBe() throws Exception {
    Path file = Files.createFile(home.resolve("logs"));
    try (ProgramLog log = new ProgramLog(err)) {
      log.alsoIn(file);
      recorder.warning("one");
      recorder.warning("two");
    }
    assertThat(err()).hasLineCount(2);
    assertThat(file).isEmptyFile();
  }
}
