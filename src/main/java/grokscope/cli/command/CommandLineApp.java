package grokscope.cli.command;

import grokscope.cli.Display;
import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.train.loop.ErrorWords;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The command line: reads it, runs the command and gives the exit code. Main thread only. */
public final class CommandLineApp {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLineApp.class);

  private final Terminal terminal;
  private final CommandLine commands;

  public CommandLineApp(Wiring wiring, Terminal terminal, Display display, LabOpener opener) {
    this.terminal = terminal;
    LabCommand lab = new LabCommand(wiring, terminal, display, opener);
    CommandLine run = new CommandLine(new RunCommand(wiring, terminal));
    settings(run, new SettingsHelp(wiring.catalog()).lines());
    commands =
        new CommandLine(new GrokscopeCommand(lab))
            .addSubcommand(lab)
            .addSubcommand(new PresetsCommand(wiring, terminal))
            .addSubcommand(run)
            .addSubcommand(new ResumeCommand(wiring, terminal))
            .addSubcommand(new QueueCommand(wiring, terminal))
            .addSubcommand(new BenchCommand(wiring, terminal))
            .addSubcommand(new ProbeCommand(wiring, terminal))
            .addSubcommand(new ImportCommand(wiring, terminal))
            .addSubcommand(new ExportCommand(wiring, terminal))
            .addSubcommand(new CircuitCommand(wiring, terminal))
            .setOut(writer(terminal.out()))
            .setErr(writer(terminal.err()))
            .setUsageHelpAutoWidth(false)
            .setUsageHelpWidth(96)
            .setExpandAtFiles(false)
            .registerConverter(Path.class, CommandLineApp::path)
            .setParameterExceptionHandler((refused, arguments) -> refuse(refused))
            .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure));
    commands
        .getCommandSpec()
        .usageMessage()
        .synopsisSubcommandLabel("[" + String.join(" | ", commands()) + "]");
    commands.getSubcommands().values().forEach(CommandLineApp::help);
  }

  /** Runs a command line and returns the exit code. */
  public int enter(String... arguments) {
    return commands.execute(arguments);
  }

  /** The names of the commands. */
  public List<String> commands() {
    return List.copyOf(commands.getSubcommands().keySet());
  }

  private static void help(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
  }

  private static void settings(CommandLine run, List<String> lines) {
    run.getCommandSpec()
        .usageMessage()
        .footerHeading("%nSettings for --set (changing a type resets the settings below it):%n")
        .footer(lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new));
  }

  private static Path path(String typed) {
    return possible(typed)
        .orElseThrow(() -> new CommandLine.TypeConversionException(noPath(typed)));
  }

  /** The path, unless no file can have such a name. */
  private static Optional<Path> possible(String typed) {
    try {
      return Optional.of(Path.of(typed));
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }

  private static String noPath(String typed) {
    return "\""
        + Messages.clipped(typed, 60)
        + "\" cannot be a file name here"
        + (typed.chars().allMatch(sign -> sign < 128)
            ? ""
            : "; the locale of this terminal has no such letters, a UTF-8 one has");
  }

  private int refuse(CommandLine.ParameterException refused) {
    String sentence =
        unreadable(refused)
            .map(CommandLineApp::noPath)
            .orElseGet(() -> Messages.clipped(String.valueOf(refused.getMessage()), 300));
    terminal.err().println(sentence + near(refused));
    return Verdict.BAD_INPUT;
  }

  /** An argument that was left over because it cannot be one of many files: picocli hides why. */
  private static Optional<String> unreadable(CommandLine.ParameterException refused) {
    return refused instanceof CommandLine.UnmatchedArgumentException unmatched
        ? unmatched.getUnmatched().stream().filter(typed -> possible(typed).isEmpty()).findFirst()
        : Optional.empty();
  }

  private static String near(CommandLine.ParameterException refused) {
    return refused instanceof CommandLine.UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? "; did you mean \"" + unmatched.getSuggestions().get(0) + "\"?"
        : "; see --help.";
  }

  private int fail(Exception failure) {
    if (failure instanceof InvalidConfig) {
      terminal.err().println(failure.getMessage());
      return Verdict.BAD_INPUT;
    }
    LOG.debug("The command failed", failure);
    terminal
        .err()
        .println("The command failed: " + Messages.clipped(ErrorWords.of(failure), 300) + ".");
    return Verdict.FAILURE;
  }

  private PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, terminal.charset()), true);
  }
}
