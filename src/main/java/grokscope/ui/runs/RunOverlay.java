package grokscope.ui.runs;

import grokscope.config.SettingPaths;
import grokscope.figure.RunColors;
import grokscope.figure.RunIdentity;
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
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Which runs of the list are in the charts: the live one, unless its eye is closed, and those that
 * were checked to be drawn behind it, or else a few earlier ones. Each has its own colour. Curves
 * are read in the background. FX thread only.
 */
final class RunOverlay implements LabEvents {
  private static final Set<String> SEED = Set.of(SettingPaths.SEED);

  private final WindowRuns runs;
  private final RunRows rows;
  private final RunWords words;
  private final RunExporter exporter;
  private final BackgroundReader backgroundReader;
  private final Consumer<String> trouble;
  private final RunCharts charts;
  private final RunColoring coloring;
  private final BooleanProperty merged = new SimpleBooleanProperty(false);
  private final List<RunRow> checked = new ArrayList<>();
  private final Map<RunRow, History> read = new HashMap<>();
  private boolean liveShown = true;

  /**
   * Nothing is checked yet.
   *
   * @param coloring gives another colour to what would be drawn like another
   * @param trouble hears in a sentence why a run cannot be drawn
   * @param charts hear what is to be drawn, whenever that changes
   */
  RunOverlay(
      WindowRuns runs,
      RunRows rows,
      RunWords words,
      RunExporter exporter,
      BackgroundReader backgroundReader,
      RunColoring coloring,
      Consumer<String> trouble,
      RunCharts charts) {
    this.runs = runs;
    this.rows = rows;
    this.words = words;
    this.exporter = exporter;
    this.backgroundReader = backgroundReader;
    this.coloring = coloring;
    this.trouble = trouble;
    this.charts = charts;
    merged.addListener((property, before, now) -> draw());
    runs.listen(this);
  }

  /** Whether runs that differ in their seed only are drawn as their median and their range. */
  BooleanProperty mergedProperty() {
    return merged;
  }

  /** The runs whose eyes are open: the live one first, then those that were checked, in order. */
  List<RunRow> shown() {
    List<RunRow> shown = new ArrayList<>(live().filter(row -> liveShown).stream().toList());
    checked.stream().filter(row -> !isLive(row)).forEach(shown::add);
    return shown;
  }

  /** Whether there is no run but this one to compare it with. */
  boolean isAlone(RunRow row) {
    return runs.current() == null || isLive(row);
  }

  private boolean isLive(RunRow row) {
    LabRun current = runs.current();
    return current != null && row.is(current);
  }

  private Optional<RunRow> live() {
    return rows.rows().stream().filter(this::isLive).findFirst();
  }

  /** Opens or closes the eye of a run. */
  void toggle(RunRow row) {
    if (isLive(row)) {
      showLive(!liveShown);
    } else if (checked.contains(row)) {
      uncheck(row);
    } else {
      check(row);
    }
  }

  /** Opens or closes the eye of the live run. */
  void showLive(boolean now) {
    if (now == liveShown) {
      return;
    }
    liveShown = now;
    charts.showLive(now);
    draw();
  }

  /** Draws a run; there must be a colour for it. */
  void check(RunRow row) {
    if (enter(row)) {
      draw();
    }
  }

  /** Draws these runs, as many as there are colours for. */
  void checkAll(List<RunRow> listed) {
    for (RunRow row : listed) {
      if (row.facts().broken() || isLive(row) || checked.contains(row)) {
        continue;
      }
      if (!enter(row)) {
        trouble.accept(
            "At most "
                + RunColors.COUNT
                + " runs are drawn together: these are the first of the "
                + listed.size()
                + " listed. A filter or another order shows others.");
        break;
      }
    }
    draw();
  }

  private boolean enter(RunRow row) {
    if (checked.contains(row) || row.facts().broken()) {
      return false;
    }
    List<RunIdentity> drawn = new ArrayList<>();
    live().map(one -> one.facts().identity()).ifPresent(drawn::add);
    checked.stream().filter(one -> !isLive(one)).forEach(one -> drawn.add(one.facts().identity()));
    if (drawn.size() >= RunColors.COUNT) {
      trouble.accept("At most " + RunColors.COUNT + " runs are drawn together. Hide one first.");
      return false;
    }
    coloring.distinguish(row, drawn);
    checked.add(row);
    row.facts().folder().ifPresent(folder -> fetch(row, folder));
    return true;
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
      read.remove(row);
      draw();
    }
  }

  /** Draws no more what is not listed any more; a run that is listed anew stays checked. */
  void keep(Collection<RunRow> listed) {
    for (RunRow row : List.copyOf(checked)) {
      if (!listed.contains(row)) {
        Optional<RunRow> again =
            listed.stream()
                .filter(other -> row.facts().folder().isPresent())
                .filter(other -> other.facts().folder().equals(row.facts().folder()))
                .findFirst();
        History history = read.remove(row);
        again.ifPresentOrElse(
            other -> {
              checked.set(checked.indexOf(row), other);
              if (history != null) {
                read.put(other, history);
              }
            },
            () -> checked.remove(row));
      }
    }
    draw();
  }

  /** Draws no run but the live one, and this one if it is given. */
  void only(Optional<RunRow> row) {
    checked.removeIf(other -> row.filter(other::equals).isEmpty());
    read.keySet().retainAll(checked);
    row.filter(one -> !isLive(one)).ifPresent(this::enter);
    draw();
  }

  /** A run has another name now. */
  void renamed(RunRow row) {
    Optional.ofNullable(runs.current())
        .filter(row::is)
        .ifPresent(current -> current.identify(row.facts().identity()));
    draw();
  }

  private record Drawn(RunRow row, KnobsInForce knobs, History history) {}

  private void draw() {
    List<List<Drawn>> groups = new ArrayList<>();
    for (RunRow row : checked) {
      if (!isLive(row)) {
        drawn(row).ifPresent(drawn -> enter(groups, drawn));
      }
    }
    live().flatMap(this::over).ifPresent(drawn -> join(groups, drawn));
    List<KnobsInForce> compared = new ArrayList<>();
    groups.forEach(group -> compared.add(group.get(0).knobs()));
    Optional.ofNullable(runs.current()).map(LabRun::knobs).ifPresent(compared::add);
    Set<String> unseen = merged.get() ? SEED : Set.of();
    List<Ghost> ghosts = new ArrayList<>();
    for (List<Drawn> group : groups) {
      boolean several = group.size() > 1;
      String differs = words.among(group.get(0).knobs(), compared, several ? unseen : Set.of());
      ghosts.add(several ? range(differs, group) : ghost(differs, group.get(0)));
    }
    charts.choose(ghosts);
    look();
  }

  /** Opens and closes the eyes. */
  private void look() {
    List<LabRun> pale = checked.stream().allMatch(this::isLive) ? runs.ghosts() : List.of();
    for (RunRow row : rows.rows()) {
      boolean open = isLive(row) ? liveShown : checked.contains(row);
      row.eye(open ? Eye.OPEN : pale.stream().anyMatch(row::is) ? Eye.PALE : Eye.CLOSED);
    }
  }

  private Optional<Drawn> drawn(RunRow row) {
    return row.facts()
        .knobs()
        .flatMap(
            knobs ->
                Optional.ofNullable(read.get(row))
                    .or(() -> row.run().map(LabRun::history))
                    .filter(history -> history.size() > 0)
                    .map(history -> new Drawn(row, knobs, history)));
  }

  /** The live run counts in a median when it is over. */
  private Optional<Drawn> over(RunRow row) {
    return Optional.ofNullable(runs.current())
        .filter(run -> merged.get() && liveShown && !run.status().state().active())
        .filter(run -> run.history().size() > 0)
        .map(run -> new Drawn(row, run.knobs(), run.history()));
  }

  private void enter(List<List<Drawn>> groups, Drawn drawn) {
    if (!merged.get() || !join(groups, drawn)) {
      groups.add(new ArrayList<>(List.of(drawn)));
    }
  }

  private static boolean join(List<List<Drawn>> groups, Drawn drawn) {
    for (List<Drawn> group : groups) {
      if (SEED.containsAll(drawn.knobs().differences(group.get(0).knobs()))) {
        return group.add(drawn);
      }
    }
    return false;
  }

  private static Ghost ghost(String differs, Drawn run) {
    RunIdentity identity = run.row().facts().identity();
    String label = identity.label() + (differs.isEmpty() ? "" : " · " + differs);
    return new Ghost(identity, label, run.history(), true, Optional.empty());
  }

  private static Ghost range(String differs, List<Drawn> group) {
    List<RunIdentity> runs = group.stream().map(run -> run.row().facts().identity()).toList();
    String label =
        RunIdentity.together(runs)
            + (differs.isEmpty() ? "" : " · " + differs)
            + " · median of "
            + group.size()
            + " seeds";
    return SeedRange.of(group.stream().map(Drawn::history).toList())
        .map(
            range ->
                new Ghost(
                    runs.get(0),
                    label,
                    range.median(),
                    true,
                    Optional.of(new Spread(range.lowest(), range.highest()))))
        .orElseGet(() -> ghost(differs, group.get(0)));
  }

  @Override
  public void onBegin(LabRun run) {
    if (!liveShown) {
      liveShown = true;
      charts.showLive(true);
    }
    List<RunIdentity> drawn = new ArrayList<>();
    checked.stream().filter(row -> !row.is(run)).forEach(row -> drawn.add(row.facts().identity()));
    if (drawn.isEmpty()) {
      runs.ghosts().forEach(other -> drawn.add(other.identity()));
    }
    coloring.distinguish(run, drawn);
    draw(); // the labels say what differs from the live run too
  }

  @Override
  public void onEvent(LabRun run, RunEvent event) {
    if (event instanceof RunEvent.KnobTurned && !checked.isEmpty()) {
      draw();
    }
  }
}
