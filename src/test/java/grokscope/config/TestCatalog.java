package grokscope.config;

import grokscope.config.knob.Acts;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.config.knob.RealKnob;
import grokscope.config.knob.UnfinishedKnob;
import java.util.Arrays;
import java.util.List;

/** A small catalog with every sort of knob, so that these tests need no engine. */
public final class TestCatalog {
  private TestCatalog() {}

  /** A run section, one task, two models and one optimizer; an odd modulus is needed. */
  public static Catalog catalog() {
    Kind.Check odd =
        config ->
            config.task().whole("modulus") % 2 == 1
                ? List.of()
                : List.of(new Problem("task.modulus", "is even, but must be odd"));
    Section run =
        Section.fixed(
            "",
            "Run",
            List.of(
                whole("seed", 0, 0, 1L << 53),
                whole("steps", 3000, 1, 1_000_000),
                Knobs.count("batch").titled("batch").says("A knob.").nextRun().range(1, 100_000)));
    Section task =
        new Section(
            "task",
            "Task",
            List.of(
                kind(
                    "modular",
                    odd,
                    choice("operation", "x+y", "x-y"),
                    whole("modulus", 59, 5, 199))));
    Section data =
        Section.fixed("data", "Data", List.of(real("trainFraction", Acts.NEXT_RUN, .4, .01, .99)));
    Section model =
        new Section(
            "model",
            "Model",
            List.of(
                kind(
                    "mlp",
                    Kind.Check.NONE,
                    whole("width", 128, 1, 4096),
                    choice("activation", "relu", "square")),
                kind(
                    "transformer",
                    Kind.Check.NONE,
                    whole("heads", 4, 1, 16),
                    whole("dModel", 128, 1, 1024))));
    Section optimizer =
        new Section(
            "optimizer",
            "Optimizer",
            List.of(
                kind(
                    "adamw",
                    Kind.Check.NONE,
                    real("learningRate", Acts.LIVE, .01, 0, 1),
                    real("weightDecay", Acts.LIVE, 1, 0, 100))));
    return new Catalog(List.of(run, task, data, model, optimizer), List.of());
  }

  private static Kind<String> kind(String id, Kind.Check check, Knob... knobs) {
    return new Kind<>(id, id, "A " + id + ".", List.of(knobs), check, id);
  }

  private static Knob whole(String name, long start, long min, long max) {
    return Knobs.whole(name)
        .titled(name)
        .says("A knob.")
        .nextRun()
        .initially(start)
        .range(min, max);
  }

  private static Knob real(String name, Acts acts, double start, double min, double max) {
    UnfinishedKnob<RealKnob.Start> knob = Knobs.real(name).titled(name).says("A knob.");
    return (acts == Acts.LIVE ? knob.live() : knob.nextRun()).initially(start).range(min, max);
  }

  private static Knob choice(String name, String... ids) {
    return Knobs.choice(name)
        .titled(name)
        .says("A knob.")
        .nextRun()
        .among(Arrays.stream(ids).map(Option::of).toList());
  }
}
