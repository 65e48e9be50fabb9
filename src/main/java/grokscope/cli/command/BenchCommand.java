package grokscope.cli.command;

import grokscope.cli.Assignment;
import grokscope.cli.CtrlC;
import grokscope.cli.Engine;
import grokscope.cli.EngineOptions;
import grokscope.cli.Goal;
import grokscope.cli.PresetArgument;
import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.cli.watch.ProgressLine;
import grokscope.cli.watch.WatchedRun;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.preset.PresetStore;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.TrainingSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how fast a preset trains here. Main thread only. */
@CommandLine.Command(
    name = "bench",
    description =
        "Measures steps per second after a warm-up, evaluation included; the last line is JSON.")
final class BenchCommand implements Callable<Integer> {
  private static final long LEAST_WARM_UP = 20;
  private static final double MILLIS = 1000;

  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "PRESET",
      defaultValue = PresetStore.DEFAULT,
      description = "A preset's id or a file. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "500",
      description = "Steps to measure, after half as many to warm up. Default: 500.")
  private String steps;

  @Mixin private EngineOptions engine;

  BenchCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig, InterruptedException {
    RunConfig config = PresetArgument.open(wiring.presets(), preset).config();
    RunConfig measured =
        Assignment.apply(
            wiring.catalog(), config, List.of(Assignment.of(SettingPaths.STEPS, steps)));
    int warmUp = (int) Math.max(LEAST_WARM_UP, measured.steps() / 2);
    RunConfig whole =
        Assignment.apply(
            wiring.catalog(),
            config,
            List.of(new Assignment(SettingPaths.STEPS, (long) measured.steps() + warmUp)));
    return bench(whole, warmUp, engine.engine(terminal.err()));
  }

  private int bench(RunConfig config, int warmUp, Engine chosen) throws InterruptedException {
    try (TrainingSession session = wiring.session(chosen);
        CtrlC ctrlC = new CtrlC(() -> session.send(new Command.Stop()))) {
      TimedLap lap = new TimedLap(session, warmUp);
      RunSummary summary =
          new WatchedRun(session, wiring.metrics(config))
              .run(
                  new RunRequest(config, true, Goal.STEPS.until()),
                  List.of(lap),
                  (status, history, news) -> {},
                  ctrlC);
      if (ctrlC.caught()) {
        return Verdict.INTERRUPTED;
      }
      Optional<String> complaint = Verdict.complaint(summary, Goal.STEPS);
      if (complaint.isPresent()) {
        terminal.err().println(complaint.get());
        return Verdict.FAILURE;
      }
      print(lap.stepsPerSecond(), config.steps() - warmUp, chosen.id(), chosen.threadsFor(config));
      return Verdict.OK;
    }
  }

  private void print(double stepsPerSecond, int measured, String backend, int threads) {
    Optional<Double> peak = PeakMemory.megabytes();
    terminal
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %s over %d steps, %.3f ms per step, peak memory %s, backend %s, threads %d",
                preset,
                ProgressLine.speed(stepsPerSecond),
                measured,
                MILLIS / stepsPerSecond,
                peak.map(mb -> String.format(Locale.ROOT, "%.0f MB", mb)).orElse("unknown"),
                backend,
                threads));
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("preset", preset);
    line.put("steps", measured);
    line.put("steps_per_second", rounded(stepsPerSecond));
    line.put("ms_per_step", rounded(MILLIS / stepsPerSecond));
    line.put("peak_rss_mb", peak.orElse(null));
    line.put("backend", backend);
    line.put("threads", threads);
    terminal.out().println(Json.line(line));
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }

  /**
   * Drives a run that starts paused through a warm-up to its end, and times it from one to the
   * other. Written by the trainer thread; read when the run is over.
   */
  private static final class TimedLap implements RunListener {
    private static final double NANOS = 1e9;

    private final TrainingSession session;
    private final int warmUp;
    private volatile long started;
    private volatile double stepsPerSecond;

    TimedLap(TrainingSession session, int warmUp) {
      this.session = session;
      this.warmUp = warmUp;
    }

    double stepsPerSecond() {
      return stepsPerSecond;
    }

    @Override
    public void onEvent(RunEvent event) {
      if (!(event instanceof RunEvent.StateChanged changed)) {
        return;
      }
      // The pause after the warm-up is the moment at which the clock is started.
      if (changed.state() == RunState.PAUSED) {
        session.send(event.step() == 0 ? new Command.Step(warmUp) : new Command.Resume());
      } else if (changed.state() == RunState.RUNNING && event.step() == warmUp) {
        started = System.nanoTime();
      } else if (changed.state() == RunState.FINISHED) {
        stepsPerSecond = (event.step() - warmUp) * NANOS / Math.max(1, System.nanoTime() - started);
      }
    }
  }
}
