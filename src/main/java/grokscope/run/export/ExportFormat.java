package grokscope.run.export;

import grokscope.config.InvalidConfig;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A kind of file that a run can be written as. Any thread.
 *
 * @param id its word on the command line
 * @param ending of its files, with the dot
 * @param sentence what it is
 * @param writer how it is written
 */
public record ExportFormat(String id, String ending, String sentence, Writer writer) {

  /** Writes one file. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes a file that does not exist yet.
     *
     * @throws InvalidConfig when the run does not have what is asked for
     */
    void write(ExportedRun run, Path file) throws IOException, InvalidConfig;
  }
}
