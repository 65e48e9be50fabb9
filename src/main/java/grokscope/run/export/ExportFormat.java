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
   * What a run's file is called: its number and a title; without a number, the title and the name
   * of the run's folder, which is mostly a time. It never holds a sign that makes a folder.
   *
   * @param number of the run; 0 for none
   * @param title of the run; empty where its folder says enough
   */
  public String fileName(int number, String title, String folder) {
    return fileStem(number, title, folder) + ending;
  }

  /** The same without an ending. */
  public static String fileStem(int number, String title, String folder) {
    String slug = Slug.plain(title);
    if (number > 0) {
      return number + "-" + (slug.isEmpty() ? folder : slug);
    }
    return (slug.isEmpty() ? "" : slug + "-") + folder;
  }

  /** What a run's file is called where nobody says it. */
  public String fileName(ExportedRun run) {
    return fileName(run.identity().number(), run.called(), run.name());
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
