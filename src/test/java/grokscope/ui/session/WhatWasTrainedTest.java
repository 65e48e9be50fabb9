package grokscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.cli.Assignment;
import grokscope.cli.CommandLineFixture;
import grokscope.cli.CtrlC;
import grokscope.cli.Engine;
import grokscope.cli.Wiring;
import grokscope.cli.watch.WatchedRun;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.run.ContinuedRun;
import grokscope.run.ListedRun;
import grokscope.run.Recorder;
import grokscope.run.RunFolder;
import grokscope.run.RunPreset;
import grokscope.run.StoredRun;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.checkpoint.CheckpointFile;
import grokscope.story.RunWords;
import grokscope.telemetry.RunEvent;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.TrainingSession;
import grokscope.ui.runs.RunFacts;
import grokscope.ui.setting.Draft;
import grokscope.ui.setting.KnownPresets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What list, title and panel say of a run, and what it is trained with when it goes on, branches or
 * is repeated: all the same, before and after a restart of the program.
 */
class WhatWasTrainedTest {
  private static final String DECAY = "optimizer.weightDecay";
  private static final String DATA = "data.trainFraction";
  private static final int AT = 20;
  private static final int STEPS = 40;

  @TempDir private Path home;
  private CommandLineFixture commands;
  private Wiring wiring;
  private RunConfig config;
  private Preset preset;

  @BeforeEach
  void setUp() throws Exception {
    commands = new CommandLineFixture(home);
    wiring = commands.wiring();
    config = commands.tiny(5, new Assignment("steps", (long) STEPS), new Assignment(DECAY, 3.0));
    preset = new Preset("mine", false, PresetNotes.bare("Mine"), config);
  }

  @AfterEach
  void close() {
    commands.close();
  }

  private RunConfig with(RunConfig some, String path, Object value) throws InvalidConfig {
    return wiring.catalog().with(some, path, value);
  }

  private void train(RunRequest request, Recorder recorder) throws Exception {
    try (CtrlC ctrlC = new CtrlC(() -> {});
        TrainingSession session = wiring.session(new Engine("cpu", 1, true, ""))) {
      new WatchedRun(session, wiring.metrics(request))
          .run(request, List.of(recorder), (status, history, news) -> {}, ctrlC);
    }
    recorder.close();
  }

  private RunFolder run(RunConfig start, RunEvent.KnobTurned... turns) throws Exception {
    Recorder recorder = wiring.writer().record(start, RunPreset.of(preset));
    train(RunRequest.of(start).withTurns(List.of(turns)).withCheckpointEvery(10), recorder);
    return recorder.folder();
  }

  private RunFolder goOn(ContinuedRun run) throws Exception {
    train(run.request().withCheckpointEvery(10), run.recorder());
    return run.recorder().folder();
  }

  private ContinuedRun branch(RunFolder parent, String path, Object value) throws Exception {
    RunConfig seen = wiring.runs().open(parent.path()).listed().knobs().chosen();
    return wiring.writer().branch(parent, AT, seen, with(seen, path, value));
  }

  private static RunEvent.KnobTurned turn(int step, String path, Object value) {
    return new RunEvent.KnobTurned(0, step, path, value);
  }

  /** What its last checkpoint was trained with. */
  private RunConfig trained(RunFolder folder) throws InvalidConfig {
    List<CheckpointEntry> entries = folder.listCheckpoints();
    return CheckpointFile.read(
            entries.get(entries.size() - 1).file(), new ConfigFormat(wiring.catalog()))
        .checkpoint()
        .latest();
  }

  /** All that speaks of a run, as a program says it that has just been started. */
  private void says(RunFolder folder, String headline, String decay, String data, Object chosen)
      throws Exception {
    try (Wiring restarted = new Wiring(home)) {
      RunWords words = new RunWords(restarted.catalog());
      ListedRun listed = restarted.runs().find(folder.path()).orElseThrow();
      RunFacts facts = RunFacts.of(listed, words, new KnownPresets(List.of()));
      assertThat(facts.preset()).isEqualTo("Mine");
      assertThat(facts.seconds()).isNotNaN();
      assertThat(words.course(facts.knobs().orElseThrow(), DECAY)).isEqualTo(decay);
      assertThat(words.course(facts.knobs().orElseThrow(), DATA)).isEqualTo(data);
      StoredRun stored = restarted.runs().open(folder.path());
      Draft draft = new Draft(restarted.catalog(), Given.preset());
      RunController controller =
          new RunController(
              restarted.catalog(), restarted::metrics, draft, new FakeTrainer(), new FakeRecords());
      controller.restart(); // another run is in progress, and stays so
      controller.intake().drain();
      controller.open(new OpenedRun(stored, preset));
      assertThat(controller.runs().inProgress()).isPresent();
      LabRun opened = controller.runs().current();
      assertThat(words.headline(opened.knobs())).isEqualTo(headline);
      assertThat(opened.turned()).isEqualTo(trained(folder));
      assertThat(opened.seconds()).isEqualTo(facts.seconds());
      assertThat(draft.value(DECAY)).isEqualTo(chosen);
      assertThat(draft.forNextRunProperty().get()).isFalse();
      resumes(restarted, controller, folder, headline, draft);
    }
  }

  /** When it goes on, it is trained with what the panel shows, and is told as before. */
  private void resumes(
      Wiring restarted, RunController controller, RunFolder folder, String headline, Draft draft)
      throws Exception {
    RunConfig shown = draft.config();
    ContinuedRun run = restarted.writer().resume(folder.path(), (began, done) -> 2 * STEPS);
    assertThat(run.request().turns()).isEmpty();
    controller.goOn(run, preset, Optional.empty());
    LabRun going = controller.runs().current();
    assertThat(new RunWords(restarted.catalog()).headline(going.knobs())).isEqualTo(headline);
    assertThat(going.turned()).isEqualTo(run.request().from().orElseThrow().latest());
    assertThat(draft.config().differences(shown)).containsExactly("steps");
    run.recorder().close();
  }

  @Test
  void aRunThatWasTurnedByHandAndItsBranchesAndTheirBranches() throws Exception {
    RunFolder turned = run(config, turn(30, DECAY, 25.0));
    says(turned, "x + y mod 5, decay 3 → 25, data 40\u202f%, seed 0", "3 → 25", "40\u202f%", 25.0);
    RunFolder branch = goOn(branch(turned, DECAY, 0.0));
    says(branch, "x + y mod 5, decay 3 → 0, data 40\u202f%, seed 0", "3 → 0", "40\u202f%", 0.0);
    RunFolder same = goOn(branch(turned, "optimizer.learningRate", 0.01));
    String rate = "x + y mod 5, rate 0.001 → 0.01, data 40\u202f%, decay 3, seed 0";
    says(same, rate, "3", "40\u202f%", 3.0);
    // At the step of its first checkpoint, which was made before it was turned.
    RunFolder after = goOn(branch(branch, "optimizer.learningRate", 0.01));
    assertThat(trained(after).get(DECAY)).isEqualTo(0.0);
    RunConfig seen = wiring.runs().open(branch.path()).listed().knobs().chosen();
    RunFolder again = goOn(wiring.writer().branch(branch, 30, seen, with(seen, DECAY, 7.0)));
    String both = "x + y mod 5, decay 3 → 0 → 7, data 40\u202f%, seed 0";
    says(again, both, "3 → 0 → 7", "40\u202f%", 7.0);
    Path replayed = home.resolve("replayed");
    assertThat(
            commands.enter(
                "run", "--replay", again.path().toString(), "--quiet", "--out=" + replayed))
        .isZero();
    says(new RunFolder(replayed), both, "3 → 0 → 7", "40\u202f%", 7.0);
    assertThat(replayed.resolve("metrics.csv")).hasSameBinaryContentAs(again.metrics());
  }

  /** The panel has what a new run is to have, whose script turns it again. */
  @Test
  void aRunThatItsScriptTurned() throws Exception {
    RunConfig scripted = with(with(config, DATA, 0.8), "script", "25 data.trainFraction=0.2");
    RunFolder run = run(scripted);
    String headline = "x + y mod 5, data 80\u202f% → 20\u202f%, decay 3, seed 0";
    says(run, headline, "3", "80\u202f% → 20\u202f%", 3.0);
    StoredRun stored = wiring.runs().open(run.path());
    assertThat(stored.listed().knobs().chosen().get(DATA)).isEqualTo(0.8);
    RunFolder branch = goOn(branch(run, DECAY, 1.0));
    String branched = "x + y mod 5, decay 3 → 1, data 80\u202f% → 20\u202f%, seed 0";
    says(branch, branched, "3 → 1", "80\u202f% → 20\u202f%", 1.0);
  }

  /** A knob that was turned after the last checkpoint is turned again at its step, by itself. */
  @Test
  void aRunThatWasCutOffAfterAKnobWasTurned() throws Exception {
    RunFolder run = run(config, turn(30, DECAY, 25.0));
    for (CheckpointEntry entry : run.listCheckpoints()) {
      if (entry.step() > AT) {
        Files.delete(entry.file());
      }
    }
    ContinuedRun resumed = wiring.writer().resume(run.path(), (began, done) -> STEPS);
    FakeTrainer trainer = new FakeTrainer();
    Draft draft = new Draft(wiring.catalog(), preset);
    RunController controller =
        new RunController(wiring.catalog(), wiring::metrics, draft, trainer, new FakeRecords());
    controller.goOn(resumed, preset, Optional.empty());
    assertThat(draft.value(DECAY)).isEqualTo(3.0);
    trainer.happen(new RunEvent.KnobTurned(1, 30, DECAY, 25.0));
    controller.intake().drain();
    assertThat(controller.runs().current().turned().get(DECAY)).isEqualTo(25.0);
    assertThat(draft.value(DECAY)).isEqualTo(25.0);
    resumed.recorder().close();
  }

  /** What nobody has changed beside the run is as it was at the step. */
  @Test
  void aBranchHasTheSettingsOfItsStep() throws Exception {
    RunFolder run = run(with(config, "seed", 2L), turn(10, DECAY, 25.0), turn(30, DECAY, 9.0));
    RunConfig seen = wiring.runs().open(run.path()).listed().knobs().chosen();
    assertThat(seen.get(DECAY)).isEqualTo(9.0);
    ContinuedRun branch = wiring.writer().branch(run, AT, seen, seen);
    branch.recorder().close();
    assertThat(branch.request().turns()).isEmpty();
    assertThat(branch.before().knobs().latest().get(DECAY)).isEqualTo(25.0);
    assertThat(branch.request().config().seed()).isEqualTo(2);
    assertThatThrownBy(() -> wiring.writer().branch(run, AT, seen, config))
        .hasMessageContaining("seed is 0, but was 2 in the run");
  }
}
