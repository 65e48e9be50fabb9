package grokscope.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RecordingListener;
import grokscope.telemetry.RunEvent;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Knobs that turn by themselves. */
class ScriptedRunTest {
  private final Catalog catalog = new Laboratory(4_000_000_000L).catalog();
  private final Backend backend = new CpuBackend(1);
  private final StoredNetworkReader storedNetworkReader = new StoredNetworkReader(any -> backend);
  private final RecordingListener heard = new RecordingListener(true);

  private List<RunEvent.KnobTurned> turns() {
    return heard.events(RunEvent.KnobTurned.class);
  }

  private List<String> rows() {
    return heard.samples().stream()
        .map(sample -> sample.step() + " " + Arrays.toString(sample.values()))
        .toList();
  }

  @AfterEach
  void close() {
    storedNetworkReader.close();
    backend.close();
  }

  private RunConfig config(String script) throws Exception {
    RunConfig config = catalog.with(catalog.defaults(), "task.modulus", 11L);
    config = catalog.with(config, "optimizer.learningRate", 0.01);
    config = catalog.with(config, "steps", 200L);
    return catalog.with(config, "script", script);
  }

  private void run(RunRequest request) throws Exception {
    try (Experiment experiment = new ExperimentFactory(backend).make(request.config())) {
      new TrainingLoop(
              1,
              request,
              catalog,
              experiment,
              new LinkedBlockingQueue<>(),
              storedNetworkReader,
              heard,
              System::nanoTime)
          .run(false);
    }
  }

  private int memorizedBy() {
    return heard.events().stream()
        .filter(RunEvent.Memorized.class::isInstance)
        .map(event -> ((RunEvent.Memorized) event).at().by())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void turnsAtStepsAndAfterVerdicts() throws Exception {
    run(
        RunRequest.of(
            config(
                "0 optimizer.weightDecay=2; memorised+20 data.trainFraction=0.2;7"
                    + " optimizer.weightDecay=0.5")));
    assertThat(turns())
        .containsExactly(
            new RunEvent.KnobTurned(1, 0, "optimizer.weightDecay", 2L),
            new RunEvent.KnobTurned(1, 7, "optimizer.weightDecay", 0.5),
            new RunEvent.KnobTurned(1, memorizedBy() + 20, "data.trainFraction", 0.2));
  }

  @Test
  void aRunThatGoesOnTurnsWhatTheOtherHadNotYet() throws Exception {
    RunRequest whole =
        RunRequest.of(config("50 optimizer.weightDecay=2; 120 optimizer.weightDecay=3"));
    run(whole);
    List<String> rows = List.copyOf(rows());
    Checkpoint between =
        heard.checkpoints().stream()
            .filter(checkpoint -> checkpoint.step() > 50 && checkpoint.step() < 120)
            .findFirst()
            .orElseThrow();
    List<RunEvent.KnobTurned> turns = turns();
    heard.events().clear();
    heard.samples().clear();
    run(whole.resumingFrom(between).withTurns(turns.subList(1, 2)));
    assertThat(turns()).isEqualTo(turns.subList(1, 2));
    assertThat(rows()).isEqualTo(rows.subList(rows.size() - rows().size(), rows.size()));
  }

  /** The same turns again, as a replay has them, change nothing and are not told twice. */
  @Test
  void aReplayDoesNotTurnTwice() throws Exception {
    RunRequest scripted = RunRequest.of(config("50 optimizer.weightDecay=2"));
    run(scripted);
    List<RunEvent> events = List.copyOf(heard.events());
    List<RunEvent.KnobTurned> turns = turns();
    heard.events().clear();
    run(scripted.withTurns(turns));
    assertThat(heard.events()).isEqualTo(events);
  }
}
