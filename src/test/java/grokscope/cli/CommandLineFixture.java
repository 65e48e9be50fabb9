package grokscope.cli;

import grokscope.cli.command.CommandLineApp;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line over a folder, with a terminal in memory and without a display. */
public final class CommandLineFixture implements AutoCloseable {
  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> opened = new ArrayList<>();
  private final Path home;
  private final Wiring wiring;

  /** The command line of a user whose folder this is. */
  public CommandLineFixture(Path home) {
    this.home = home;
    wiring = new Wiring(home);
  }

  public Wiring wiring() {
    return wiring;
  }

  /** The default config with some settings changed. */
  public RunConfig config(Assignment... changes) throws InvalidConfig {
    return Assignment.apply(wiring.catalog(), wiring.catalog().defaults(), List.of(changes));
  }

  /** An MLP so small that its training takes no time, with more settings changed. */
  public RunConfig tiny(int modulus, Assignment... more) throws InvalidConfig {
    List<Assignment> changes = new ArrayList<>();
    changes.add(new Assignment("model.type", "mlp"));
    changes.add(new Assignment("task.modulus", (long) modulus));
    changes.add(new Assignment("model.embedding", 4L));
    changes.add(new Assignment("model.width", 8L));
    changes.addAll(List.of(more));
    return config(changes.toArray(Assignment[]::new));
  }

  /** Writes a config into a file of the folder. */
  public Path written(String name, RunConfig config) throws IOException {
    return Files.writeString(
        home.resolve(name), Json.page(new ConfigFormat(wiring.catalog()).write(config)));
  }

  /** Enters a command and returns its exit code. What was printed before is forgotten. */
  public int enter(String... arguments) {
    return enter(Map.of(), false, arguments);
  }

  /** The same in a terminal of this environment, which may be one that can draw over a line. */
  public int enter(Map<String, String> environment, boolean redraws, String... arguments) {
    out.reset();
    err.reset();
    return door(environment, redraws).enter(arguments);
  }

  /** The names of the commands. */
  public List<String> commands() {
    return door(Map.of(), false).commands();
  }

  private CommandLineApp door(Map<String, String> environment, boolean redraws) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), redraws, UTF_8);
    Display display = new Display("Linux", "", environment, home);
    return new CommandLineApp(
        wiring, terminal, display, (preset, start) -> opened.add(preset + " " + start));
  }

  /** What the last command printed. */
  public String out() {
    return out.toString(UTF_8);
  }

  /** What the last command said went wrong. */
  public String err() {
    return err.toString(UTF_8);
  }

  public List<String> lines() {
    return out().lines().toList();
  }

  public String lastLine() {
    List<String> lines = lines();
    return lines.get(lines.size() - 1);
  }

  /** The labs that were opened: the preset, and whether its run was to start. */
  public List<String> opened() {
    return opened;
  }

  @Override
  public void close() {
    wiring.close();
  }
}
