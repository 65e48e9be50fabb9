package grokscope.ui.help;

import grokscope.config.ProgramVersion;
import grokscope.ui.term.PageRow;
import java.util.List;
import java.util.Properties;

/** What the program is, what it is made of, and on what it runs. Stateless, any thread. */
final class AboutText {
  static final String WHAT =
      "A desktop laboratory for watching neural networks grok, live: a small network learns its"
          + " training examples by heart, is hopeless on all others for a long time, and then,"
          + " within a short stretch, understands. It trains on this machine, and nothing leaves"
          + " it.";
  static final String LICENCE =
      "Grokscope is licensed under Apache 2.0. It comes with the libraries and data below, each"
          + " under a licence of its own.";

  private static final String PAGE = "/assets/help/about.md";
  private static final String LIBRARIES = "Libraries";
  private static final int CELLS = 4;
  private static final long MIB = 1024 * 1024;

  private AboutText() {}

  /**
   * Something that the program comes with.
   *
   * @param group what kind of thing it is
   * @param where its home, without the protocol
   * @param who made it; for a library, its groups or artefacts in Maven's words
   */
  record Part(String group, String name, String licence, String where, String who) {
    /** Whether it is code, and not data or type. */
    boolean library() {
      return group.equals(LIBRARIES);
    }
  }

  /** All that the program comes with. */
  static List<Part> parts() {
    return PageRow.read(PAGE, CELLS).stream().map(AboutText::part).toList();
  }

  private static Part part(PageRow row) {
    List<String> cells = row.cells();
    return new Part(row.group(), cells.get(0), cells.get(1), cells.get(2), cells.get(3));
  }

  /** Which program this is and on what it runs, a line for each, for a report of a fault. */
  static List<String> machine(ProgramVersion program, Properties system, Runtime runtime) {
    return List.of(
        program.words(),
        "Java "
            + of(system, "java.version")
            + " ("
            + of(system, "java.vendor")
            + "), JavaFX "
            + of(system, "javafx.runtime.version"),
        of(system, "os.name") + " " + of(system, "os.version") + ", " + of(system, "os.arch"),
        "Processors: "
            + runtime.availableProcessors()
            + ", memory for Java: "
            + runtime.maxMemory() / MIB
            + " MB");
  }

  private static String of(Properties system, String key) {
    return system.getProperty(key, "unknown");
  }
}
