package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.Json;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import grokscope.measure.phase.HeldThreshold;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.measure.phase.RunCriteria;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.StepInterval;
import grokscope.train.lab.Laboratory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of recorded runs of the presets at twenty of their steps each. The records have the
 * measures that a narrator looks at, to four digits, and the knobs that were turned.
 */
class RecordedRunsTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "grokscope", "story", "recorded");
  private static final Catalog CATALOG = new Laboratory(1L << 40).catalog();
  private static final PresetStore PRESETS = new PresetStore(CATALOG, Path.of("no-folder"));

  static List<String> ids() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv.gz"))
          .map(name -> name.replace(".csv.gz", ""))
          .sorted()
          .toList();
    }
  }

  private static List<String> lines(String id) throws IOException {
    try (InputStream zipped = Files.newInputStream(FOLDER.resolve(id + ".csv.gz"));
        InputStream text = new GZIPInputStream(zipped)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static History history(String id) throws IOException {
    List<String> lines = lines(id);
    List<String> columns = Arrays.asList(lines.get(0).split(",", -1));
    History history =
        new History(
            columns.subList(1, columns.size()).stream().map(c -> new Metric(c, c, "")).toList());
    for (String line : lines.subList(1, lines.size())) {
      double[] values =
          Arrays.stream(line.split(",", -1))
              .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
              .toArray();
      history.append((int) values[0], Arrays.copyOfRange(values, 1, values.length));
    }
    return history;
  }

  private static List<RunEvent> turns(String id) throws Exception {
    List<RunEvent> turns = new ArrayList<>();
    Path file = FOLDER.resolve(id + ".jsonl");
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      Map<String, Object> keys = Json.read(line);
      turns.add(
          new RunEvent.KnobTurned(
              1, (Integer) keys.get("step"), (String) keys.get("path"), keys.get("value")));
    }
    return turns;
  }

  /** As the window has it when so many evaluations are there. */
  private static Narrator narrator(
      Preset preset, History whole, List<RunEvent> turns, int evaluations, RunState state) {
    History history = new History(whole.metrics());
    HeldThreshold train = Outcome.memorizing();
    HeldThreshold test = Outcome.generalizing(RunCriteria.of(preset.config()).threshold());
    List<RunEvent> events = new ArrayList<>(turns);
    for (int i = 0; i < evaluations; i++) {
      int step = (int) whole.step(i);
      double[] values = new double[whole.metrics().size()];
      for (int column = 0; column < values.length; column++) {
        values[column] = whole.value(column, i);
      }
      history.append(step, values);
      train
          .observe(step, value(whole, "train_accuracy", i))
          .ifPresent(at -> events.add(new RunEvent.Memorized(1, step, at)));
      test.observe(step, value(whole, "test_accuracy", i))
          .ifPresent(at -> events.add(generalized(step, at, train.found())));
    }
    int step = (int) whole.step(evaluations - 1);
    RunStatus status =
        new RunStatus(1, state, step, preset.config().steps(), 1, train.found(), test.found(), "");
    Narrator narrator = new Narrator(preset, preset.config(), false, history, status);
    events.stream().filter(event -> event.step() <= step).forEach(narrator::note);
    return narrator;
  }

  private static RunEvent generalized(int step, StepInterval at, Optional<StepInterval> memorized) {
    boolean late = Outcome.rise(memorized, Optional.of(at)) == Outcome.Rise.LATE;
    return new RunEvent.Generalized(1, step, at, late);
  }

  private static double value(History history, String metric, int index) {
    int column = history.column(metric);
    return column < 0 ? Double.NaN : history.value(column, index);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void atTwentyStepsNothingContradictsItself(String id) throws Exception {
    Preset preset = PRESETS.find(id).orElseThrow();
    History whole = history(id);
    List<RunEvent> turns = turns(id);
    boolean fresh = RunCriteria.of(preset.config()).fresh();
    int all = whole.size();
    Narrator ended = narrator(preset, whole, turns, all, RunState.FINISHED);
    Contradictions.in(ended.now(), fresh);
    for (int i = 1; i < 20; i++) {
      int evaluations = Math.max(1, all * i / 20);
      if (evaluations == all) {
        continue;
      }
      Account live = narrator(preset, whole, turns, evaluations, RunState.RUNNING).now();
      Contradictions.in(live, fresh);
      Account replayed = ended.at((int) whole.step(evaluations - 1));
      Contradictions.in(replayed, fresh);
      assertThat(replayed.badge()).isEqualTo(live.badge());
      assertThat(replayed.words()).isEqualTo(live.words());
      assertThat(replayed.bands()).isEqualTo(live.bands());
      assertThat(replayed.marks()).isEqualTo(live.marks());
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void whatIsCertainStays(String id) throws Exception {
    Preset preset = PRESETS.find(id).orElseThrow();
    History whole = history(id);
    Narrator ended = narrator(preset, whole, turns(id), whole.size(), RunState.FINISHED);
    Map<PhaseBand.Phase, Integer> ends = new EnumMap<>(PhaseBand.Phase.class);
    for (int i = 0; i < whole.size() - 1; i++) {
      for (PhaseBand band : ended.at((int) whole.step(i)).bands()) {
        Integer end = ends.get(band.phase());
        if (end != null && band.phase() != PhaseBand.Phase.LOST) {
          assertThat(band.to()).as("%s at step %s", band, whole.step(i)).isEqualTo(end);
        } else if (band.certain()) {
          ends.put(band.phase(), band.to());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void theEndIsWhatThePresetPromised(String id) throws Exception {
    Preset preset = PRESETS.find(id).orElseThrow();
    History whole = history(id);
    Narrator ended = narrator(preset, whole, turns(id), whole.size(), RunState.FINISHED);
    Set<PhaseVerdict> fitting =
        switch (preset.expectation().outcome()) {
          case GROKS -> EnumSet.of(PhaseVerdict.GROKKING);
          case NO_DELAY ->
              EnumSet.of(PhaseVerdict.NO_DELAY, PhaseVerdict.FROM_START, PhaseVerdict.LEARNED);
          case SHORT_DELAY -> EnumSet.of(PhaseVerdict.SHORT_DELAY);
          case PHASE_CHANGE -> EnumSet.of(PhaseVerdict.LEARNED, PhaseVerdict.NO_DELAY);
          case NEVER ->
              EnumSet.of(
                  PhaseVerdict.MEMORIZED_ONLY,
                  PhaseVerdict.IN_PART,
                  PhaseVerdict.NOT_LEARNED,
                  PhaseVerdict.LEARNING);
          case PARTLY -> EnumSet.of(PhaseVerdict.IN_PART, PhaseVerdict.LEARNED_IN_PART);
          case UNGROKS -> EnumSet.of(PhaseVerdict.UNGROKKED, PhaseVerdict.FORGOTTEN);
          case OPEN -> EnumSet.allOf(PhaseVerdict.class);
        };
    assertThat(ended.now().verdict()).isIn(fitting);
  }

  /** What is said along a run, for a reader. */
  static String narration(String id) throws Exception {
    Preset preset = PRESETS.find(id).orElseThrow();
    History whole = history(id);
    Narrator ended = narrator(preset, whole, turns(id), whole.size(), RunState.FINISHED);
    StringBuilder text = new StringBuilder("# " + id + ": " + preset.title() + "\n");
    text.append(preset.story()).append('\n');
    text.append(PromiseWords.of(preset, preset.config())).append("\n\n");
    String said = "";
    for (int i = 0; i < whole.size(); i++) {
      boolean last = i == whole.size() - 1;
      Account account = last ? ended.now() : ended.at((int) whole.step(i));
      String bands =
          account.bands().stream()
              .map(band -> band.phase().words() + (band.certain() ? "" : "?"))
              .reduce("", (a, b) -> a + " | " + b);
      String now =
          account.badge()
              + account.sentence().replaceAll("[0-9.]+", "")
              + account.watch().replaceAll("[0-9.]+", "")
              + bands;
      if (!now.equals(said) || last) {
        said = now;
        text.append("step ")
            .append((int) whole.step(i))
            .append(" [")
            .append(account.badge())
            .append("] train ")
            .append(value(whole, "train_accuracy", i))
            .append(" test ")
            .append(value(whole, "test_accuracy", i))
            .append(" norm ")
            .append(value(whole, "weight_norm", i))
            .append("\n   ")
            .append(account.words())
            .append("\n   bands")
            .append(bands)
            .append("   marks ")
            .append(account.marks().stream().map(ReachedMark::label).toList())
            .append('\n');
      }
    }
    account(text, ended.now());
    return text.toString();
  }

  private static void account(StringBuilder text, Account account) {
    account.bands().forEach(band -> text.append("      ").append(band).append('\n'));
  }

  public static void main(String[] ids) throws Exception {
    for (String id : ids) {
      System.out.println(narration(id));
    }
  }
}
