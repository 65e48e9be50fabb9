package grokscope.app;

import grokscope.cli.Display;
import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.cli.command.CommandLineApp;
import grokscope.cli.command.LabOpener;
import grokscope.config.InvalidConfig;
import java.util.List;
import java.util.Optional;

/**
 * Where the program starts. Runs on the main thread; it must not extend the toolkit's application
 * class, nor name it before the lab is asked for, so that a run needs no screen libraries.
 */
public final class Launcher {
  private Launcher() {}

  /** Runs a command line and ends the program with its exit code. */
  public static void main(String[] arguments) {
    keepLibrariesQuiet();
    property("java.util.logging.manager", ProgramLog.Manager.class.getName());
    property("jdk.console", "java.base");
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    Display display = Display.here();
    if (opensWindow(arguments) && display.missing().isEmpty()) {
      LabApplication.startToolkit(); // beside the rest of the start, on another processor
    }
    try (ProgramLog log = new ProgramLog(terminal.err());
        Wiring wiring = Wiring.of(System.getenv())) {
      LabOpener opener =
          (preset, autostart) -> {
            log.alsoIn(Wiring.logs(wiring.home()));
            LabApplication.open(new LabOptions(wiring.home(), Optional.of(preset), autostart));
          };
      return new CommandLineApp(wiring, terminal, display, opener).enter(arguments);
    } catch (InvalidConfig e) {
      terminal.err().println(e.getMessage());
      return Verdict.BAD_INPUT;
    }
  }

  private static boolean opensWindow(String[] arguments) {
    return arguments.length == 0 || (arguments[0].equals("lab") && !helpWanted(arguments));
  }

  private static boolean helpWanted(String[] arguments) {
    return List.of(arguments).contains("--help");
  }

  /** These are read once, when ND4J is first touched. A value given on the command line stays. */
  private static void keepLibrariesQuiet() {
    property("org.nd4j.log.initialization", "false");
    property("org.nd4j.versioncheck", "false");
    // No limits of their own: the memory check of a config comes first, and names the cause.
    property("org.bytedeco.javacpp.maxbytes", "0");
    property("org.bytedeco.javacpp.maxphysicalbytes", "0");
  }

  private static void property(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
