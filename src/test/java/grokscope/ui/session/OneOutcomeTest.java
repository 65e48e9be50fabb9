package grokscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Json;
import grokscope.measure.phase.MadeUpRun;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.ListedRun;
import grokscope.run.Recorder;
import grokscope.run.Remarks;
import grokscope.run.RunLibrary;
import grokscope.run.RunNumber;
import grokscope.run.RunPreset;
import grokscope.run.RunWriter;
import grokscope.story.Account;
import grokscope.story.RunWords;
import grokscope.telemetry.History;
import grokscope.telemetry.RunStatus;
import grokscope.ui.runs.RunFacts;
import grokscope.ui.setting.KnownPresets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Badge, sentence and list say the same of a run: while it is shown, stored, and opened again. */
class OneOutcomeTest {
  private final RunWords words = new RunWords(Given.catalog());

  @TempDir private Path home;

  static List<MadeUpRun> runs() {
    return MadeUpRun.all();
  }

  private static LabRun live(MadeUpRun made) {
    RunOrigin origin =
        new RunOrigin(RunNumber.NONE, Given.preset(), made.config(), Optional.empty());
    RunStatus preparing = RunStatus.preparing(1, made.config().steps(), "", 0);
    LabRun run = new LabRun(origin, Optional.empty(), new History(MadeUpRun.METRICS), preparing);
    for (int taken = 1; taken <= made.samples().size(); taken++) {
      run.append(made.samples().get(taken - 1));
      run.status(made.status(taken));
      run.story().update();
    }
    return run;
  }

  private RunLibrary record(MadeUpRun made) throws Exception {
    RunLibrary library =
        new RunLibrary(home, Clock.systemUTC(), Given.catalog(), config -> MadeUpRun.METRICS);
    try (RunWriter writer = new RunWriter(library, Given.PROGRAM);
        Recorder recorder = writer.record(made.config(), RunPreset.UNKNOWN)) {
      made.samples().forEach(recorder::onSample);
      recorder.onEnd(made.summary());
    }
    return library;
  }

  private static void assertShown(MadeUpRun made, LabRun run) {
    Account account = run.story().now();
    assertThat(account.verdict()).isEqualTo(made.verdict());
    assertThat(account.badge()).startsWith(made.badge());
    assertThat(account.sentence()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void whoeverIsAskedSaysTheSame(MadeUpRun made) throws Exception {
    LabRun live = live(made);
    assertShown(made, live);
    String badge = live.story().now().badge();
    assertThat(RunFacts.of(live, words, Remarks.NONE).state()).isEqualTo(badge);
    live.forget();
    assertThat(live.story().now().badge()).isEqualTo(badge);
    RunLibrary library = record(made);
    assertThat(library.list().broken()).isEmpty();
    ListedRun listed = library.list().runs().get(0);
    assertThat(listed.verdict()).isEqualTo(made.verdict());
    assertThat(RunFacts.of(listed, words, new KnownPresets(List.of())).state())
        .isEqualTo(made.badge());
    OpenedRun opened = new OpenedRun(library.open(listed.folder().path()), Given.preset());
    History history = opened.history(MadeUpRun.METRICS);
    RunOrigin origin =
        new RunOrigin(RunNumber.NONE, Given.preset(), made.config(), Optional.empty());
    assertShown(made, new LabRun(origin, Optional.empty(), history, opened.status(-1)));
  }

  /** As an older program has left it, whose summary did not say what the run was. */
  private static Path older(RunLibrary library) throws Exception {
    Path folder = library.list().runs().get(0).folder().path();
    Path summary = folder.resolve("summary.json");
    Map<String, Object> keys = new LinkedHashMap<>(Json.read(Files.readString(summary)));
    keys.keySet().removeAll(List.of("outcome", "sentence"));
    Files.writeString(summary, Json.line(keys));
    return folder;
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anOlderRunIsToldByItsMeasurements(MadeUpRun made) throws Exception {
    RunLibrary library = record(made);
    older(library);
    assertThat(library.list().runs().get(0).verdict()).isEqualTo(made.verdict());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void whereTheMeasurementsAreGoneTheLastStandsForThem(MadeUpRun made) throws Exception {
    RunLibrary library = record(made);
    Path metrics = library.list().runs().get(0).folder().path().resolve("metrics.csv");
    Files.writeString(metrics, "step,train_loss\nnonsense\nnonsense\n");
    assertThat(library.list().runs().get(0).verdict()).isEqualTo(made.verdict());
    older(library);
    // Of one row nobody can say whether it is a spike, or that the weights were greater before.
    PhaseVerdict known =
        switch (made.name()) {
          case "groks and ends in a spike", "dies", "groks and dies" -> PhaseVerdict.FORGOTTEN;
          case "dies before it has learned" -> PhaseVerdict.NOT_LEARNED;
          case "dies of new examples" -> PhaseVerdict.LEARNING;
          default -> made.verdict();
        };
    assertThat(library.list().runs().get(0).verdict()).isEqualTo(known);
  }
}
