package grokscope.cli.command;

import grokscope.cli.CtrlC;
import grokscope.cli.Display;
import grokscope.cli.Engine;
import grokscope.cli.Goal;
import grokscope.cli.PresetArgument;
import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.cli.watch.PlotViewer;
import grokscope.cli.watch.WatchedRun;
import grokscope.config.InvalidConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import grokscope.measure.phase.RunCriteria;
import grokscope.story.OutcomeListener;
import grokscope.story.OutcomeWords;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.RunRequest.Until;
import grokscope.train.loop.TrainingSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the lab, or without a display shows a run in the terminal instead. Main thread only. */
@CommandLine.Command(
    name = "lab",
    description =
        "Opens the lab (also without any command). Where no window can be opened, it shows the"
            + " preset's run in the terminal.")
final class LabCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;
  private final Display display;
  private final LabOpener opener;

  @Parameters(
      arity = "0..1",
      paramLabel = "PRESET",
      defaultValue = PresetStore.DEFAULT,
      description = "What to open: a preset's id or a file. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(names = "--autostart", description = "Starts the run at once.")
  private boolean autostart;

  LabCommand(Wiring wiring, Terminal terminal, Display display, LabOpener opener) {
    this.wiring = wiring;
    this.terminal = terminal;
    this.display = display;
    this.opener = opener;
  }

  @Override
  public Integer call() throws InvalidConfig, InterruptedException {
    return open(preset, autostart);
  }

  int open(String wanted, boolean startNow) throws InvalidConfig, InterruptedException {
    Preset chosen = PresetArgument.open(wiring.presets(), wanted);
    Optional<String> missing = display.missing();
    if (missing.isEmpty()) {
      opener.open(wanted, startNow);
      return Verdict.OK;
    }
    terminal.err().println(missing.get() + ", so \"" + chosen.title() + "\" runs in the terminal.");
    return show(chosen);
  }

  private int show(Preset chosen) throws InvalidConfig, InterruptedException {
    Engine engine = Engine.standard().loaded();
    if (!chosen.story().isEmpty()) {
      terminal.out().println(chosen.story());
      terminal.out().println();
    }
    OutcomeListener outcome = new OutcomeListener(chosen.config(), wiring.metrics(chosen.config()));
    try (TrainingSession session = wiring.session(engine);
        CtrlC ctrlC = new CtrlC(() -> session.send(new Command.Stop()))) {
      RunSummary summary =
          new WatchedRun(session, wiring.metrics(chosen.config()))
              .run(
                  new RunRequest(chosen.config(), false, Until.GENERALIZED),
                  List.of(outcome),
                  new PlotViewer(terminal, RunCriteria.of(chosen.config()).fresh()),
                  ctrlC);
      if (summary.state() == RunState.STOPPED) {
        return Verdict.INTERRUPTED;
      }
      Optional<String> complaint = Verdict.complaint(summary, Goal.STEPS);
      complaint.ifPresentOrElse(
          terminal.err()::println,
          () -> terminal.out().println(OutcomeWords.sentence(outcome.outcome(summary), true)));
      return complaint.isPresent() ? Verdict.FAILURE : Verdict.OK;
    }
  }
}
