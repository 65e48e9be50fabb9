package grokscope.measure.phase;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.preset.Expectation;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.train.lab.Laboratory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A made-up run, and what everybody has to say of it.
 *
 * @param config what it was started with
 * @param samples one every ten steps, in the order of {@link #METRICS}
 * @param state in which it ended
 * @param badge the word for it
 * @param kept what presets may have promised of it
 */
public record MadeUpRun(
    String name,
    RunConfig config,
    List<Sample> samples,
    RunState state,
    PhaseVerdict verdict,
    String badge,
    Set<Expectation.Outcome> kept) {
  public static final List<Metric> METRICS =
      Stream.of("train_loss", "train_accuracy", "test_accuracy", "weight_norm")
          .map(id -> new Metric(id, id, ""))
          .toList();

  private static final Catalog CATALOG = new Laboratory(8L << 30).catalog();
  private static final Map<String, Object> SUMS = Map.of();
  private static final Map<String, Object> PICTURES = Map.of("task.type", "images");
  private static final Map<String, Object> FRESH = fresh();

  /** A field of sums, or of new examples in every step. */
  public static RunCriteria field(boolean fresh) {
    return field(0.99, fresh);
  }

  /** The same with another threshold. */
  public static RunCriteria field(double threshold, boolean fresh) {
    return new RunCriteria(threshold, fresh, 1 / 59.0, 2000, true);
  }

  /** So many evaluations at which the accuracies and Σw² are these. */
  private record Stretch(int evaluations, double train, double test, double norm) {}

  private static Stretch stretch(int evaluations, double train, double test) {
    return new Stretch(evaluations, train, test, 100);
  }

  private static Stretch dead(int evaluations) {
    return new Stretch(evaluations, 0.02, 0.01, 9);
  }

  private static final Stretch LEARNING = stretch(10, 0.4, 0);
  private static final Stretch MEMORY = stretch(20, 1, 0.02);
  private static final Stretch CIRCUIT = stretch(20, 1, 1);

  /** The table. */
  public static List<MadeUpRun> all() {
    return List.of(
        finished("never memorises", SUMS, PhaseVerdict.NOT_LEARNED, "not learned")
            .of(stretch(30, 0.1, 0.1))
            .keeps(Expectation.Outcome.NEVER),
        finished("only memorises", SUMS, PhaseVerdict.MEMORIZED_ONLY, "memorised only")
            .of(LEARNING, MEMORY)
            .keeps(Expectation.Outcome.NEVER),
        finished("is right on a twentieth", SUMS, PhaseVerdict.IN_PART, "generalised in part")
            .of(LEARNING, stretch(20, 1, 0.05))
            .keeps(Expectation.Outcome.NEVER),
        finished("is right on a third", SUMS, PhaseVerdict.IN_PART, "generalised in part")
            .of(LEARNING, stretch(20, 1, 0.3))
            .keeps(Expectation.Outcome.NEVER),
        finished("knows it from the start", SUMS, PhaseVerdict.FROM_START, "right from the start")
            .of(stretch(5, 1, 1))
            .keeps(Expectation.Outcome.NO_DELAY, Expectation.Outcome.PHASE_CHANGE),
        finished("is right on two thirds", SUMS, PhaseVerdict.IN_PART, "generalised in part")
            .of(LEARNING, MEMORY, stretch(20, 1, 0.669))
            .keeps(Expectation.Outcome.PARTLY),
        finished("groks", SUMS, PhaseVerdict.GROKKING, "grokked")
            .of(LEARNING, MEMORY, CIRCUIT)
            .keeps(Expectation.Outcome.GROKS),
        finished("groks and stands at 0.7", SUMS, PhaseVerdict.UNGROKKED, "lost again")
            .of(LEARNING, MEMORY, CIRCUIT, stretch(20, 1, 0.7))
            .keeps(Expectation.Outcome.GROKS, Expectation.Outcome.UNGROKS),
        finished("groks and stands at 0.89", SUMS, PhaseVerdict.UNGROKKED, "lost again")
            .of(LEARNING, MEMORY, CIRCUIT, stretch(20, 1, 0.89))
            .keeps(Expectation.Outcome.GROKS, Expectation.Outcome.UNGROKS),
        finished("groks and stands at 0.95", SUMS, PhaseVerdict.GROKKING, "grokked")
            .of(LEARNING, MEMORY, CIRCUIT, stretch(20, 1, 0.95))
            .keeps(Expectation.Outcome.GROKS),
        finished("groks and ends in a spike", SUMS, PhaseVerdict.GROKKING, "grokked")
            .of(LEARNING, MEMORY, CIRCUIT, stretch(9, 0.3, 0.1))
            .keeps(Expectation.Outcome.GROKS),
        finished("loses it and finds it again", SUMS, PhaseVerdict.GROKKING, "grokked")
            .of(LEARNING, MEMORY, CIRCUIT, stretch(20, 1, 0.1), CIRCUIT)
            .keeps(Expectation.Outcome.GROKS),
        finished("understands at once", SUMS, PhaseVerdict.NO_DELAY, "generalised")
            .of(LEARNING, stretch(2, 1, 0.5), CIRCUIT)
            .keeps(Expectation.Outcome.NO_DELAY, Expectation.Outcome.PHASE_CHANGE),
        finished("understands soon", SUMS, PhaseVerdict.SHORT_DELAY, "generalised")
            .of(LEARNING, stretch(6, 1, 0.5), CIRCUIT)
            .keeps(Expectation.Outcome.SHORT_DELAY, Expectation.Outcome.PHASE_CHANGE),
        finished("understands first", SUMS, PhaseVerdict.NO_DELAY, "generalised")
            .of(stretch(5, 0.4, 0), stretch(5, 0.9, 1), CIRCUIT)
            .keeps(Expectation.Outcome.NO_DELAY, Expectation.Outcome.PHASE_CHANGE),
        finished("never knows its noise", SUMS, PhaseVerdict.NO_DELAY, "generalised")
            .of(LEARNING, stretch(20, 0.965, 1))
            .keeps(Expectation.Outcome.NO_DELAY, Expectation.Outcome.PHASE_CHANGE),
        finished("unlearns its noise", SUMS, PhaseVerdict.GROKKING, "grokked")
            .of(LEARNING, MEMORY, stretch(20, 0.4, 1))
            .keeps(Expectation.Outcome.GROKS),
        finished("collapses", SUMS, PhaseVerdict.FORGOTTEN, "forgotten")
            .of(LEARNING, MEMORY, stretch(20, 0.02, 0.01))
            .keeps(Expectation.Outcome.NEVER),
        finished("dies before it has learned", SUMS, PhaseVerdict.COLLAPSED, "collapsed")
            .of(LEARNING, dead(20))
            .keeps(Expectation.Outcome.NEVER),
        finished("dies", SUMS, PhaseVerdict.COLLAPSED, "collapsed")
            .of(LEARNING, MEMORY, dead(20))
            .keeps(Expectation.Outcome.NEVER),
        finished("groks and dies", SUMS, PhaseVerdict.COLLAPSED, "collapsed")
            .of(LEARNING, MEMORY, CIRCUIT, dead(20))
            .keeps(Expectation.Outcome.GROKS, Expectation.Outcome.UNGROKS),
        finished("dies of new examples", FRESH, PhaseVerdict.COLLAPSED, "collapsed")
            .of(LEARNING, dead(20))
            .keeps(Expectation.Outcome.NEVER),
        finished("groks and collapses", SUMS, PhaseVerdict.FORGOTTEN, "forgotten")
            .of(LEARNING, MEMORY, CIRCUIT, stretch(20, 0.02, 0.01))
            .keeps(Expectation.Outcome.GROKS, Expectation.Outcome.UNGROKS),
        finished("groks pictures", PICTURES, PhaseVerdict.GROKKING, "grokked")
            .of(LEARNING, MEMORY, stretch(20, 1, 0.92))
            .keeps(Expectation.Outcome.GROKS),
        finished("groks pictures and stands at 0.85", PICTURES, PhaseVerdict.GROKKING, "grokked")
            .of(LEARNING, MEMORY, stretch(20, 1, 0.92), stretch(20, 1, 0.85))
            .keeps(Expectation.Outcome.GROKS),
        finished("groks pictures and stands at 0.7", PICTURES, PhaseVerdict.UNGROKKED, "lost again")
            .of(LEARNING, MEMORY, stretch(20, 1, 0.92), stretch(20, 1, 0.7))
            .keeps(Expectation.Outcome.GROKS, Expectation.Outcome.UNGROKS),
        finished("learns new examples", FRESH, PhaseVerdict.LEARNED, "understood")
            .of(LEARNING, CIRCUIT)
            .keeps(Expectation.Outcome.NO_DELAY, Expectation.Outcome.PHASE_CHANGE),
        finished(
                "learns new examples in part",
                FRESH,
                PhaseVerdict.LEARNED_IN_PART,
                "understood in part")
            .of(LEARNING, stretch(20, 0.6, 0.6))
            .keeps(Expectation.Outcome.PARTLY),
        finished("learns no new examples", FRESH, PhaseVerdict.LEARNING, "not learned")
            .of(stretch(30, 0.1, 0.1))
            .keeps(Expectation.Outcome.NEVER),
        new Plan(
                "diverges after grokking",
                SUMS,
                RunState.DIVERGED,
                PhaseVerdict.DIVERGED,
                "diverged")
            .of(LEARNING, MEMORY, CIRCUIT)
            .keeps(),
        new Plan("diverges", SUMS, RunState.DIVERGED, PhaseVerdict.DIVERGED, "diverged")
            .of(LEARNING)
            .keeps());
  }

  private static Map<String, Object> fresh() {
    Map<String, Object> settings = new LinkedHashMap<>(); // a kind comes before its settings
    settings.put("task.type", "digit-addition");
    settings.put("task.data", "unlimited");
    settings.put("model.type", "transformer");
    settings.put("batch", 128L);
    return settings;
  }

  private static Plan finished(
      String name, Map<String, Object> settings, PhaseVerdict verdict, String badge) {
    return new Plan(name, settings, RunState.FINISHED, verdict, badge);
  }

  private record Plan(
      String name,
      Map<String, Object> settings,
      RunState state,
      PhaseVerdict verdict,
      String badge) {
    Course of(Stretch... stretches) {
      List<Sample> samples = new ArrayList<>();
      for (Stretch stretch : stretches) {
        for (int i = 0; i < stretch.evaluations(); i++) {
          double[] values = {0.1, stretch.train(), stretch.test(), stretch.norm()};
          samples.add(new Sample(1, 10 * samples.size(), values));
        }
      }
      return new Course(this, samples);
    }

    RunConfig config(int steps) {
      try {
        RunConfig config = CATALOG.defaults();
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
          config = CATALOG.with(config, setting.getKey(), setting.getValue());
        }
        return CATALOG.with(config, "steps", (long) steps);
      } catch (InvalidConfig impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  private record Course(Plan plan, List<Sample> samples) {
    MadeUpRun keeps(Expectation.Outcome... kept) {
      return new MadeUpRun(
          plan.name(),
          plan.config(samples.get(samples.size() - 1).step()),
          samples,
          plan.state(),
          plan.verdict(),
          plan.badge(),
          Set.copyOf(Arrays.asList(kept)));
    }
  }

  /** The trainer's word after so many samples. */
  public RunStatus status(int taken) {
    RunState now = taken < samples.size() ? RunState.RUNNING : state;
    int step = taken == 0 ? 0 : samples.get(taken - 1).step();
    return new RunStatus(
        1, now, step, config.steps(), 100, memorized(taken), generalized(taken), "");
  }

  private Optional<StepInterval> memorized(int taken) {
    HeldThreshold held = Outcome.memorizing();
    samples.subList(0, taken).forEach(sample -> held.observe(sample.step(), sample.values()[1]));
    return held.found();
  }

  private Optional<StepInterval> generalized(int taken) {
    double threshold = config.task().type().equals("images") ? 0.9 : 0.99;
    HeldThreshold held = Outcome.generalizing(threshold);
    samples.subList(0, taken).forEach(sample -> held.observe(sample.step(), sample.values()[2]));
    return held.found();
  }

  /** The trainer's last word. */
  public RunSummary summary() {
    Sample last = samples.get(samples.size() - 1);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < METRICS.size(); i++) {
      values.put(METRICS.get(i).id(), last.values()[i]);
    }
    int all = samples.size();
    return new RunSummary(
        1, state, last.step(), memorized(all), generalized(all), 1, 100, values, "");
  }

  @Override
  public String toString() {
    return name;
  }
}
