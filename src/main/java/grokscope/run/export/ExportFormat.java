package grokscope.run.export;

import grokscope.config.InvalidConfig;
import grokscope.config.Slug;
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

  /**
   * What a run's file is called: a title, then the name of the run's folder, which is mostly a
   * time.
   *
   * @param title of the run; empty where its folder says enough
   */
  public String fileName(String title, String folder) {
    String slug = Slug.plain(title);
    return (slug.isEmpty() ? "" : slug + "-") + folder + ending;
  }

  /** What a run's file is called where nobody says it. */
  public String fileName(ExportedRun run) {
    return fileName(run.called(), run.name());
  }

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
