package grokscope.cli.command;

import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.config.knob.Messages;
import grokscope.config.preset.Preset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Lists what can be run. Main thread only. */
@CommandLine.Command(
    name = "presets",
    description =
        "Lists the presets: id, title, expected time on two cores. With words, only those that have"
            + " all of them in id, title, story, task or network.")
final class PresetsCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @CommandLine.Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = "What to look for, for example \"transformer decay\".")
  private List<String> words = List.of();

  PresetsCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String wanted = String.join(" ", words);
    List<Preset> presets = wiring.presets().search(wanted);
    int ids = presets.stream().mapToInt(preset -> preset.id().length()).max().orElse(1);
    int titles = presets.stream().mapToInt(preset -> preset.title().length()).max().orElse(1);
    for (Preset preset : presets) {
      terminal
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%-" + ids + "s  %-" + titles + "s  %s",
                  preset.id(),
                  preset.title(),
                  preset.presetNotes().duration()));
    }
    if (presets.isEmpty()) {
      terminal
          .err()
          .println("No preset has \"" + Messages.clipped(wanted, 60) + "\" in its words.");
    }
    wiring.presets().problems().forEach(terminal.err()::println);
    return Verdict.OK;
  }
}
