package grokscope.ui.runs;

import grokscope.config.SettingPaths;
import grokscope.figure.RunColors;
import grokscope.measure.phase.SeedRange;
import grokscope.run.RunFolder;
import grokscope.run.export.RunExporter;
import grokscope.story.RunWords;
import grokscope.telemetry.History;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunEvent;
import grokscope.ui.chart.Ghost;
import grokscope.ui.chart.Spread;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabEvents;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.WindowRuns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The runs that are checked to be drawn behind the live one, each in a colour that it keeps as long
 * as it is checked. Their curves are read in the background. FX thread only.
 */
final class RunOverlay implements LabEvents {
  private static final Set<String> SEED = Set.of(SettingPaths.SEED);

  private final WindowRuns runs;
  private final RunWords words;
  private final RunExporter exporter;
  private final BackgroundReader backgroundReader;
  private final Consumer<String> trouble;
  private final Consumer<List<Ghost>> drawing;
  private final BooleanProperty merged = new SimpleBooleanProperty(false);
  private final List<RunRow> checked = new ArrayList<>();
  private final Map<RunRow, History> read = new HashMap<>();

  /**
   * Nothing is checked yet.
   *
   * @param trouble hears in a sentence why a run cannot be drawn
   * @param drawing hears what is to be drawn, whenever that changes
   */
  RunOverlay(
      WindowRuns runs,
      RunWords words,
      RunExporter exporter,
      BackgroundReader backgroundReader,
      Consumer<String> trouble,
      Consumer<List<Ghost>> drawing) {
    this.runs = runs;
    this.words = words;
    this.exporter = exporter;
    this.backgroundReader = backgroundReader;
    this.trouble = trouble;
    this.drawing = drawing;
    merged.addListener((property, before, now) -> draw());
    runs.listen(this);
  }

  /** Whether runs that differ in their seed only are drawn as their median and their range. */
  BooleanProperty mergedProperty() {
    return merged;
  }

  /** The runs that are checked, in the order in which they were. */
  List<RunRow> checked() {
    return List.copyOf(checked);
  }

  /** Draws a run; there must be a colour for it. */
  void check(RunRow row) {
    if (row.checked() || row.facts().broken()) {
      return;
    }
    Optional<Integer> free =
        IntStream.range(0, RunColors.COUNT)
            .boxed()
            .filter(color -> checked.stream().noneMatch(other -> other.color() == color))
            .findFirst();
    if (free.isEmpty()) {
      trouble.accept("At most " + RunColors.COUNT + " runs are drawn together. Uncheck one first.");
      return;
    }
    row.color(free.get());
    checked.add(row);
    row.facts().folder().ifPresentOrElse(folder -> fetch(row, folder), this::draw);
  }

  private void fetch(RunRow row, RunFolder folder) {
    backgroundReader.ask(
        () -> exporter.history(folder.path()),
        history -> {
          if (checked.contains(row)) {
            read.put(row, history);
            draw();
          }
        },
        sentence -> {
          uncheck(row);
          trouble.accept(sentence);
        });
  }

  /** Draws a run no more. */
  void uncheck(RunRow row) {
    if (checked.remove(row)) {
      row.color(RunRow.UNCHECKED);
      read.remove(row);
      draw();
    }
  }

  /** Draws no more what is not listed any more. */
  void keep(Collection<RunRow> listed) {
    checked().stream().filter(row -> !listed.contains(row)).forEach(this::uncheck);
  }

  /** Draws no run but the live one, and this one if it is given. */
  void only(Optional<RunRow> row) {
    checked().stream().filter(other -> row.filter(other::equals).isEmpty()).forEach(this::uncheck);
    row.ifPresent(this::check);
  }

  private record Drawn(RunRow row, KnobsInForce knobs, History history) {}

  private void draw() {
    List<List<Drawn>> groups = new ArrayList<>();
    for (RunRow row : checked) {
      row.facts()
          .knobs()
          .ifPresent(
              knobs ->
                  history(row).ifPresent(history -> enter(groups, new Drawn(row, knobs, history))));
    }
    List<KnobsInForce> compared = new ArrayList<>();
    groups.forEach(group -> compared.add(group.get(0).knobs()));
    Optional.ofNullable(runs.current()).map(LabRun::knobs).ifPresent(compared::add);
    Set<String> unseen = merged.get() ? SEED : Set.of();
    List<Ghost> ghosts = new ArrayList<>();
    for (List<Drawn> group : groups) {
      boolean several = group.size() > 1;
      String label = words.among(group.get(0).knobs(), compared, several ? unseen : Set.of());
      ghosts.add(several ? range(label, group) : ghost(label, group.get(0)));
    }
    drawing.accept(ghosts);
  }

  /** The live curve needs no other behind it. */
  private Optional<History> history(RunRow row) {
    Optional<LabRun> run = row.run();
    LabRun current = runs.current();
    boolean live = run.filter(one -> one == current).isPresent();
    if (live && (!merged.get() || run.get().status().state().active())) {
      return Optional.empty();
    }
    return Optional.ofNullable(read.get(row))
        .or(() -> run.map(LabRun::history))
        .filter(history -> history.size() > 0);
  }

  private void enter(List<List<Drawn>> groups, Drawn drawn) {
    for (List<Drawn> group : groups) {
      KnobsInForce first = group.get(0).knobs();
      if (merged.get() && SEED.containsAll(drawn.knobs().differences(first))) {
        group.add(drawn);
        return;
      }
    }
    groups.add(new ArrayList<>(List.of(drawn)));
  }

  private static Ghost ghost(String label, Drawn run) {
    return new Ghost(label, run.history(), true, run.row().color(), Optional.empty());
  }

  private static Ghost range(String label, List<Drawn> group) {
    Drawn first = group.get(0);
    String words = (label.isEmpty() ? "" : label + " · ") + "median of " + group.size() + " seeds";
    return SeedRange.of(group.stream().map(Drawn::history).toList())
        .map(
            range ->
                new Ghost(
                    words,
                    range.median(),
                    true,
                    first.row().color(),
                    Optional.of(new Spread(range.lowest(), range.highest()))))
        .orElseGet(() -> ghost(label, first));
  }

  @Override
  public void onBegin(LabRun run) {
    draw(); // the labels say what differs from the live run too
  }

  @Override
  public void onEvent(LabRun run, RunEvent event) {
    if (event instanceof RunEvent.KnobTurned && !checked.isEmpty()) {
      draw();
    }
  }
}
