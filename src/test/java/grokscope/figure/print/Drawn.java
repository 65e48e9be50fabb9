package grokscope.figure.print;

import grokscope.config.InvalidConfig;
import grokscope.config.ProgramVersion;
import grokscope.figure.Hue;
import grokscope.figure.ink.Typeface;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.StepInterval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Runs to draw figures of. */
final class Drawn {
  private Drawn() {}

  static FigureData data(FigureRun... runs) {
    return new FigureData(
        "Two runs",
        "Both grokked.",
        List.of(),
        List.of(runs),
        OptionalDouble.empty(),
        List.of(
            new FigureData.Phase(0, 400, "memorising", Hue.TRAIN, true),
            new FigureData.Phase(400, 440, "cleanup", Hue.TEST, false)),
        List.of(
            new FigureData.Mark(Hue.TRAIN, new StepInterval(90, 100), "memorised 90–100"),
            new FigureData.Mark(Hue.KNOB, new StepInterval(700, 700), "decay → 3")),
        List.of(),
        new ProgramVersion("1.2", "abc"));
  }

  static FigureRun run(String label, int color, double shift) {
    return new FigureRun(label, color, history(shift));
  }

  static FigureRun median(String label, int color) {
    FigureRun.Range range = new FigureRun.Range(history(-0.05), history(0.05));
    return new FigureRun(
        label,
        color,
        FigureRun.Standing.FULL,
        true,
        history(0),
        Optional.of(range),
        Optional.empty());
  }

  private static History history(double shift) {
    History history =
        new History(
            List.of(
                new Metric("train_accuracy", "train accuracy", ""),
                new Metric("test_accuracy", "test accuracy", ""),
                new Metric("train_loss", "train loss", ""),
                new Metric("test_loss", "test loss", ""),
                new Metric("weight_norm", "weight norm", ""),
                new Metric("key_frequencies", "key frequencies", "")));
    for (int step = 0; step <= 1000; step += 10) {
      double share = step / 1000.0;
      history.append(
          step,
          new double[] {
            Math.min(1, 0.1 + 10 * share),
            Math.max(0, Math.min(1, share * share + shift)),
            Math.exp(-8 * share),
            Math.exp(-6 * share + shift),
            1000 * (1 + share + shift),
            20 - Math.floor(10 * share)
          });
    }
    return history;
  }

  static String svg(FigureSpec spec, FigureData data) throws InvalidConfig {
    Typeface face = Typeface.load();
    return FigureFiles.svg(FigureFiles.sheet(spec, data, face), face);
  }
}
