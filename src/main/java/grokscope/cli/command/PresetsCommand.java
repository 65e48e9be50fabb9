package grokscope.cli.command;

import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.config.preset.Preset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Lists what can be run. Main thread only. */
@CommandLine.Command(
    name = "presets",
    description = "Lists the presets: id, expected minutes on two cores, title.")
final class PresetsCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  PresetsCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Preset> presets = wiring.presets().all();
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
    wiring.presets().problems().forEach(terminal.err()::println);
    return Verdict.OK;
  }
}
