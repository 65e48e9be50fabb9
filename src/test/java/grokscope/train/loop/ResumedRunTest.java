package grokscope.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that goes on from a checkpoint has the bits of one that was never interrupted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumedRunTest {
  private static final int STEPS = 206;
  private static final int EVERY = 29;
  private static final List<Integer> BREAKS = List.of(0, EVERY, 7 * EVERY); // not measured there

  private final Laboratory laboratory = new Laboratory(4_000_000_000L);
  private final Catalog catalog = laboratory.catalog();
  private Backend backend;
  private final StoredNetworkReader storedNetworkReader = new StoredNetworkReader(any -> backend);

  /** All that a run says, in an order and in words that can be compared. */
  private static final class Heard implements RunListener {
    private final List<String> said = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final List<Integer> saidBefore = new ArrayList<>();

    @Override
    public void onSample(Sample sample) {
      StringBuilder line = new StringBuilder("" + sample.step());
      for (double value : sample.values()) {
        line.append(' ').append(value);
      }
      said.add(line.toString());
    }

    @Override
    public void onEvent(RunEvent event) {
      said.add(event.toString());
    }

    @Override
    public boolean keepsCheckpoints() {
      return true;
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
      checkpoints.add(checkpoint);
      saidBefore.add(said.size());
    }

    @Override
    public void onWeights(List<Tensor> copies) {
      copies.forEach(t -> said.add(t.name() + java.util.Arrays.toString(t.values())));
    }

    int at(int step) {
      for (int i = 0; i < checkpoints.size(); i++) {
        if (checkpoints.get(i).step() == step) {
          return i;
        }
      }
      throw new AssertionError("no checkpoint at " + step);
    }
  }

  @BeforeAll
  void open() {
    backend = new CpuBackend(2);
  }

  @AfterAll
  void close() {
    backend.close();
  }

  private Heard run(RunRequest request, Backend on) throws Exception {
    Heard heard = new Heard();
    BlockingQueue<Command> inbox = new LinkedBlockingQueue<>();
    try (Experiment experiment = new ExperimentFactory(on).make(request.config())) {
      RunSummary summary =
          new TrainingLoop(
                  1,
                  request,
                  catalog,
                  experiment,
                  inbox,
                  storedNetworkReader,
                  heard,
                  System::nanoTime)
              .run(request.paused());
      heard.said.add(summary.finalValues() + " " + summary.memorizedAt() + summary.generalizedAt());
      assertThat(summary.message()).isEmpty();
    }
    return heard;
  }

  private RunConfig with(Object... changes) throws InvalidConfig {
    RunConfig config = catalog.with(catalog.defaults(), "steps", (long) STEPS);
    for (int i = 0; i < changes.length; i += 2) {
      config = catalog.with(config, (String) changes[i], changes[i + 1]);
    }
    catalog.check(config);
    return config;
  }

  private RunConfig small(Object... changes) throws InvalidConfig {
    List<Object> all =
        new ArrayList<>(List.of("task.modulus", 11L, "model.embedding", 8L, "model.width", 16L));
    all.addAll(List.of(changes));
    return with(all.toArray());
  }

  private void goesOnExactly(RunConfig config, Backend on, RunEvent.KnobTurned... turns)
      throws Exception {
    RunRequest request = RunRequest.of(config).withCheckpointEvery(EVERY).withTurns(List.of(turns));
    Heard whole = run(request, on);
    for (int step : BREAKS.stream().filter(step -> step < config.steps()).toList()) {
      int index = whole.at(step);
      RunRequest later =
          request
              .resumingFrom(whole.checkpoints.get(index))
              .withTurns(Stream.of(turns).filter(turn -> turn.step() >= step).toList());
      Heard rest = run(later, on);
      List<String> expected =
          new ArrayList<>(whole.said.subList(whole.saidBefore.get(index), whole.said.size()));
      expected.add(0, rest.said.get(0)); // that it runs
      assertThat(rest.said).as("from " + step).isEqualTo(expected);
      // Its own checkpoints are the same too, so it can be interrupted any number of times.
      Checkpoint ours = rest.checkpoints.get(rest.at(config.steps()));
      Checkpoint theirs = whole.checkpoints.get(whole.at(config.steps()));
      assertThat(ours.numbers()).isEqualTo(theirs.numbers());
      assertThat(ours.memories()).usingRecursiveComparison().isEqualTo(theirs.memories());
      assertThat(ours.weights()).usingRecursiveComparison().isEqualTo(theirs.weights());
      assertThat(ours.latest()).isEqualTo(theirs.latest());
    }
  }

  /** What is measured seldom counts evaluations, and looks at the training set of the moment. */
  @Test
  void whatIsMeasuredSeldomGoesOnToo() throws Exception {
    for (RunConfig config :
        List.of(
            small("measures", "all"),
            with(
                "task.modulus",
                11L,
                "measures",
                "all",
                "model.type",
                "transformer",
                "model.dModel",
                16L,
                "model.dMlp",
                16L))) {
      goesOnExactly(config, backend);
      goesOnExactly(config, backend, new RunEvent.KnobTurned(1, 50, "data.trainFraction", 0.6));
    }
  }

  private Stream<Arguments> kinds() {
    List<Arguments> kinds = new ArrayList<>();
    for (String path : List.of("model", "loss", "optimizer", "gradient")) {
      Section section = catalog.section(path).orElseThrow();
      for (Kind<?> kind : section.kinds()) {
        kinds.add(Arguments.of(path, kind.id()));
      }
    }
    return kinds.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindGoesOnExactlyWithFullAndWithMiniBatches(String path, String id) throws Exception {
    RunConfig config = with("task.modulus", 11L, path + ".type", id);
    if (catalog.knob(config, "model.embedding").isPresent()) {
      config = catalog.with(config, "model.embedding", 8L);
      config = catalog.with(config, "model.width", 16L);
    }
    if (id.equals("transformer")) {
      config = catalog.with(config, "model.dModel", 16L);
      config = catalog.with(config, "model.dMlp", 16L);
    }
    if (id.equals("grokfastMa")) {
      config = catalog.with(config, "gradient.window", 17L);
    }
    if (id.equals("sgd")) {
      config = catalog.with(config, "optimizer.momentum", 0.9);
    }
    goesOnExactly(config, backend);
    goesOnExactly(catalog.with(config, "batch", 13L), backend);
  }

  private static Stream<List<Object>> places() {
    return Stream.of(
        List.of("optimizer.schedule", "cosine", "optimizer.warmupSteps", 40L),
        List.of("optimizer.schedule", "linear"),
        List.of("optimizer.decayTowards", "start", "optimizer.l1", 0.01),
        List.of("weights.gradientNoise", 0.01, "weights.weightNoise", 0.001),
        List.of("weights.normClamp", 0.8),
        List.of("data.outliers", 5L, "batch", 7L));
  }

  @ParameterizedTest
  @MethodSource("places")
  void everythingElseWithAMemoryDoesToo(List<Object> changes) throws Exception {
    goesOnExactly(small(changes.toArray()), backend);
  }

  @Test
  void dropoutGoesOnInEveryLane() throws Exception {
    for (Object batch : List.of("full", 12L)) {
      goesOnExactly(
          with(
              "model.type",
              "transformer",
              "task.modulus",
              7L,
              "model.layers",
              2L,
              "model.dModel",
              16L,
              "model.dMlp",
              16L,
              "model.dropout",
              0.2,
              "batch",
              batch),
          backend);
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {"digit-addition", "induction", "skip-trigram"})
  void newExamplesGoOnWhereTheyWere(String task) throws Exception {
    RunConfig config =
        with(
            "task.type",
            task,
            "task.data",
            "unlimited",
            "task.examples",
            60L,
            "model.type",
            "transformer",
            "model.dModel",
            16L,
            "model.dMlp",
            16L,
            "batch",
            16L);
    if (task.equals("induction")) {
      config = catalog.with(config, "task.length", 30L);
      config = catalog.with(config, "task.block", 5L);
      config = catalog.with(config, "task.vocabulary", 20L);
    }
    goesOnExactly(config, backend);
  }

  @Test
  void theSlowBackendGoesOnExactly() throws Exception {
    try (Backend slow = Nd4jBackend.inFloat()) {
      goesOnExactly(small("weights.weightNoise", 0.001, "steps", 40L), slow);
    }
  }

  private static RunEvent.KnobTurned turn(int step, String path, Object value) {
    return new RunEvent.KnobTurned(0, step, path, value);
  }

  @Test
  void turnedKnobsAndOtherDataGoOnExactly() throws Exception {
    for (Object batch : List.of("full", 13L)) {
      goesOnExactly(
          small("batch", batch, "data.outliers", 3L),
          backend,
          turn(7, "optimizer.weightDecay", 0.25),
          turn(EVERY, "data.trainFraction", 0.6),
          turn(90, "data.moments", "forget"),
          turn(90, "data.trainFraction", 0.3),
          turn(150, "data.trainFraction", 0.4));
    }
    goesOnExactly(
        with(
            "model.type",
            "transformer",
            "task.modulus",
            7L,
            "model.layers",
            2L,
            "model.dModel",
            16L,
            "model.dMlp",
            16L,
            "model.dropout",
            0.2,
            "batch",
            12L),
        backend,
        turn(40, "data.trainFraction", 0.7));
  }

  @Test
  void aRunThatEndedEarlyGoesOnAsIfItHadNot() throws Exception {
    RunConfig longer = small("optimizer.learningRate", 0.03);
    Heard whole = run(RunRequest.of(longer), backend);
    for (int steps : new int[] {37, 203}) { // the last of which is not measured in a longer run
      RunConfig shorter = catalog.with(longer, "steps", (long) steps);
      Heard first = run(RunRequest.of(shorter), backend);
      int last = first.at(steps);
      Checkpoint end = first.checkpoints.get(last);
      Heard rest = run(RunRequest.of(longer).resumingFrom(end.with(longer, longer)), backend);
      List<String> all = new ArrayList<>(first.said.subList(0, first.saidBefore.get(last)));
      all.addAll(rest.said.subList(1, rest.said.size()));
      assertThat(all).isEqualTo(whole.said);
    }
  }

  private void refused(Checkpoint from, RunConfig config, String words) throws Exception {
    Heard heard = new Heard();
    try (Experiment experiment = new ExperimentFactory(backend).make(config)) {
      RunSummary summary =
          new TrainingLoop(
                  1,
                  RunRequest.of(config).resumingFrom(from),
                  catalog,
                  experiment,
                  new LinkedBlockingQueue<>(),
                  storedNetworkReader,
                  heard,
                  System::nanoTime)
              .run(false);
      assertThat(summary.state()).isEqualTo(RunState.FAILED);
      assertThat(summary.message()).contains(words);
      assertThat(heard.checkpoints).isEmpty();
    }
  }

  private static Checkpoint of(
      RunConfig config, Checkpoint like, Map<String, String> numbers, List<Tensor> memories) {
    return new Checkpoint(
        1, like.reason(), config, config, false, "cpu", 1, 0.5, numbers, like.weights(), memories);
  }

  @Test
  void aCheckpointOfAnotherNetworkOrWithoutAPartIsRefusedInWords() throws Exception {
    RunConfig config = small("steps", 5L);
    Checkpoint good = run(RunRequest.of(config), backend).checkpoints.get(1);
    RunConfig wider = small("model.width", 24L, "steps", 5L);
    refused(good.with(wider, wider), wider, "shape");
    RunConfig filtered = small("gradient.type", "grokfastEma", "steps", 5L);
    refused(good.with(filtered, filtered), filtered, "optimizer.filter");
    refused(
        of(config, good, Map.of(), good.memories()),
        config,
        "the checkpoint has no measures.takenAt");
    refused(
        of(config, good, good.numbers(), List.of()), config, "the checkpoint has no optimizer.");
  }
}
