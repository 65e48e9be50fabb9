package grokscope.ui.runs;

import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.story.RunWords;
import grokscope.ui.session.LabRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs that are listed: those of this window, the newest first, then the stored ones. FX thread
 * only; needs no toolkit.
 */
public final class RunRows {
  private final ObservableList<LabRun> runs;
  private final RunWords words;
  private final Map<LabRun, RunRow> ofWindow = new HashMap<>();
  private final Set<RunRow> hidden = new HashSet<>();
  private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
  private final InvalidationListener whenRunsChange = change -> show();
  private List<RunRow> stored = List.of();

  public RunRows(ObservableList<LabRun> runs, RunWords words) {
    this.runs = runs;
    this.words = words;
    runs.addListener(whenRunsChange);
    show();
  }

  /** The stored runs, as they are to be listed. */
  void stored(List<RunFacts> listed) {
    stored = listed.stream().map(RunRow::new).toList();
    show();
  }

  /** Takes a run off the list, or puts it back. */
  void hide(RunRow row, boolean away) {
    if (away ? hidden.add(row) : hidden.remove(row)) {
      show();
    }
  }

  public ObservableList<RunRow> rows() {
    return FXCollections.unmodifiableObservableList(rows);
  }

  /** What has been said of a run that was listed already, before it went on. */
  private Remarks remarks(LabRun run) {
    return Stream.concat(rows.stream(), stored.stream())
        .filter(row -> run.folder().isPresent() && row.facts().folder().equals(run.folder()))
        .findFirst()
        .map(row -> row.facts().remarks())
        .orElse(Remarks.NONE);
  }

  private void show() {
    List<RunRow> shown = new ArrayList<>();
    for (LabRun run : runs) {
      shown.add(ofWindow.computeIfAbsent(run, made -> new RunRow(made, words, remarks(made))));
    }
    Set<RunFolder> known =
        shown.stream().flatMap(row -> row.facts().folder().stream()).collect(Collectors.toSet());
    stored.stream()
        .filter(row -> row.facts().folder().filter(known::contains).isEmpty())
        .forEach(shown::add);
    shown.removeAll(hidden);
    ofWindow.keySet().retainAll(runs);
    rows.setAll(shown);
  }
}
