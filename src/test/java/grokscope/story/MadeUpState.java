package grokscope.story;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import grokscope.measure.phase.HeldThreshold;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.RunCriteria;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.train.lab.Laboratory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A state of a run, made up of stretches in which its measures go from here to there. */
final class MadeUpState {
  private static final Catalog CATALOG = new Laboratory(1L << 40).catalog();
  private static final int MOST = 1 << 30;

  static final List<Metric> METRICS =
      Stream.of(
              "train_loss",
              "test_loss",
              "train_accuracy",
              "test_accuracy",
              "weight_norm",
              "excluded_loss")
          .map(id -> new Metric(id, id, ""))
          .toList();

  final String name;
  final Preset preset;
  final RunConfig config;
  private final List<double[]> rows = new ArrayList<>();
  private final List<RunEvent.KnobTurned> turns = new ArrayList<>();
  private double[] last = {4, 4, 0, 0, 1000, 4};
  private RunState state = RunState.RUNNING;
  private int lookedAt = MOST;
  private int every = 10; // steps from one evaluation to the next

  private MadeUpState(String name, Preset preset, RunConfig config) {
    this.name = name;
    this.preset = preset;
    this.config = config;
  }

  static MadeUpState of(String name, String preset, Map<String, Object> changes) {
    Preset opened = new PresetStore(CATALOG, Path.of("no-folder")).find(preset).orElseThrow();
    try {
      RunConfig config = opened.config();
      for (Map.Entry<String, Object> change : new LinkedHashMap<>(changes).entrySet()) {
        config = CATALOG.with(config, change.getKey(), change.getValue());
      }
      return new MadeUpState(name, opened, config);
    } catch (InvalidConfig impossible) {
      throw new AssertionError(impossible);
    }
  }

  static MadeUpState of(String name, String preset) {
    return of(name, preset, Map.of());
  }

  /** Goes on to these values: losses by a constant factor, the rest by a constant difference. */
  MadeUpState to(int evaluations, double... values) {
    for (int i = 1; i <= evaluations; i++) {
      double share = i / (double) evaluations;
      double[] row = new double[values.length];
      for (int j = 0; j < row.length; j++) {
        boolean loss = j == 0 || j == 1 || j == 5;
        row[j] =
            loss
                ? last[j] * Math.pow(values[j] / last[j], share)
                : last[j] + share * (values[j] - last[j]);
      }
      rows.add(row);
    }
    last = values;
    return this;
  }

  /** Stands at these values. */
  MadeUpState at(int evaluations, double... values) {
    for (int i = 0; i < evaluations; i++) {
      rows.add(values);
    }
    last = values;
    return this;
  }

  MadeUpState turn(String path, Object value) {
    turns.add(new RunEvent.KnobTurned(1, step(), path, value));
    return this;
  }

  /** Evaluated at steps so far apart, as checkpoints of other programs are. */
  MadeUpState every(int steps) {
    every = steps;
    return this;
  }

  MadeUpState in(RunState now) {
    state = now;
    return this;
  }

  /** Looked at when it was at this step. */
  MadeUpState lookedAt(int step) {
    lookedAt = step;
    return this;
  }

  /** The step of an evaluation, counted from 1. */
  int stepAt(int evaluation) {
    return every * (evaluation - 1);
  }

  private int step() {
    return Math.max(0, every * (rows.size() - 1));
  }

  /** Everything up to a number of evaluations, as the window has it while the run goes on. */
  Narrator narrator(int evaluations, RunState now) {
    History history = new History(METRICS);
    int step = Math.max(0, every * (evaluations - 1));
    HeldThreshold train = Outcome.memorizing();
    HeldThreshold test = Outcome.generalizing(RunCriteria.of(config).threshold());
    List<RunEvent> events = new ArrayList<>();
    for (int i = 0; i < evaluations; i++) {
      int at = every * i;
      double[] row = rows.get(i);
      history.append(new Sample(1, at, row));
      train
          .observe(at, row[2])
          .ifPresent(found -> events.add(new RunEvent.Memorized(1, at, found)));
      test.observe(at, row[3])
          .ifPresent(
              found ->
                  events.add(
                      new RunEvent.Generalized(
                          1,
                          at,
                          found,
                          Outcome.rise(train.found(), Optional.of(found)) == Outcome.Rise.LATE)));
    }
    RunStatus status =
        new RunStatus(1, now, step, config.steps(), 100, train.found(), test.found(), "");
    Narrator narrator = new Narrator(preset, config, false, history, status);
    events.forEach(narrator::note);
    turns.stream().filter(turn -> turn.step() <= step).forEach(narrator::note);
    return narrator;
  }

  Narrator narrator() {
    return narrator(rows.size(), state);
  }

  int evaluations() {
    return rows.size();
  }

  Account account() {
    return lookedAt == MOST ? narrator().now() : narrator().at(lookedAt);
  }

  /** What everybody else hears of it. */
  OutcomeListener listener() {
    OutcomeListener listener = new OutcomeListener(config, METRICS);
    for (int i = 0; i < rows.size(); i++) {
      listener.onSample(new Sample(1, every * i, rows.get(i)));
    }
    return listener;
  }

  RunSummary summary() {
    HeldThreshold train = Outcome.memorizing();
    HeldThreshold test = Outcome.generalizing(RunCriteria.of(config).threshold());
    for (int i = 0; i < rows.size(); i++) {
      train.observe(every * i, rows.get(i)[2]);
      test.observe(every * i, rows.get(i)[3]);
    }
    return new RunSummary(
        1, state, step(), train.found(), test.found(), 1, 100, new LinkedHashMap<>(), "");
  }

  /** The last accuracies. */
  double[] lastRow() {
    return rows.isEmpty() ? new double[6] : rows.get(rows.size() - 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
