package grokscope.ui.runs;

import grokscope.figure.RunColors;
import grokscope.figure.RunIdentity;
import grokscope.run.RunFolder;
import grokscope.run.export.RunExporter;
import grokscope.story.RunWords;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
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
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Which runs of the list are in the charts: the live one, unless its eye is closed, and those that
 * were checked to be drawn behind it, or else a few earlier ones. Each has its own colour. Curves
 * are read in the background. FX thread only.
 */
final class RunOverlay implements LabEvents {
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
    if (listed.stream().anyMatch(this::isLive)) {
      showLive(true);
    }
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

  private void draw() {
    DrawnRuns drawn = new DrawnRuns(merged.get());
    checked.stream().filter(row -> !isLive(row)).forEach(row -> drawn(row).ifPresent(drawn::add));
    over().ifPresent(drawn::join);
    charts.choose(drawn.ghosts(words, Optional.ofNullable(runs.current()).map(LabRun::knobs)));
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

  private Optional<DrawnRuns.Drawn> drawn(RunRow row) {
    return row.facts()
        .knobs()
        .flatMap(
            knobs ->
                Optional.ofNullable(read.get(row))
                    .or(() -> row.run().map(LabRun::history))
                    .filter(history -> history.size() > 0)
                    .map(history -> new DrawnRuns.Drawn(row.facts().identity(), knobs, history)));
  }

  /** The live run counts in a median when it is over. */
  private Optional<DrawnRuns.Drawn> over() {
    return Optional.ofNullable(runs.current())
        .filter(run -> merged.get() && liveShown && !run.status().state().active())
        .filter(run -> run.history().size() > 0)
        .map(run -> new DrawnRuns.Drawn(run.identity(), run.knobs(), run.history()));
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
