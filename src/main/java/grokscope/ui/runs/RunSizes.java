package grokscope.ui.runs;

import grokscope.config.InvalidConfig;
import grokscope.run.RunFolder;
import grokscope.telemetry.RunEvent;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabEvents;
import grokscope.ui.session.LabRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts in the background how much room the listed runs take on the disk: all of them when they
 * are listed, and one again when it has kept or lost a checkpoint. FX thread only.
 */
final class RunSizes implements LabEvents {
  private static final int TOGETHER = 20;

  private final RunRows rows;
  private final BackgroundReader backgroundReader;
  private final Set<RunFolder> asked = new HashSet<>();
  private Runnable whenCounted = () -> {};

  RunSizes(RunRows rows, BackgroundReader backgroundReader) {
    this.rows = rows;
    this.backgroundReader = backgroundReader;
  }

  /** Hears that sizes have changed. */
  void whenCounted(Runnable listener) {
    whenCounted = listener;
  }

  /** Counts all. */
  void count() {
    List<RunFolder> folders = new ArrayList<>();
    rows.rows().forEach(row -> row.facts().folder().ifPresent(folders::add));
    for (int from = 0; from < folders.size(); from += TOGETHER) { // others may ask in between
      ask(List.copyOf(folders.subList(from, Math.min(from + TOGETHER, folders.size()))));
    }
  }

  /** Counts one again, unless it is about to be. */
  void count(RunFolder folder) {
    if (asked.add(folder)) {
      ask(List.of(folder));
    }
  }

  private void ask(List<RunFolder> folders) {
    backgroundReader.ask(() -> counted(folders), this::take, sentence -> {});
  }

  private static Map<RunFolder, Long> counted(List<RunFolder> folders) {
    Map<RunFolder, Long> counted = new HashMap<>();
    for (RunFolder folder : folders) {
      try {
        counted.put(folder, folder.bytes());
      } catch (InvalidConfig gone) {
        counted.put(folder, RunFacts.UNCOUNTED);
      }
    }
    return counted;
  }

  private void take(Map<RunFolder, Long> counted) {
    asked.removeAll(counted.keySet());
    rows.rows()
        .forEach(
            row ->
                Optional.ofNullable(row.facts().folder().map(counted::get).orElse(null))
                    .ifPresent(row::count));
    whenCounted.run();
  }

  @Override
  public void onBegin(LabRun run) {
    run.folder().ifPresent(this::count);
  }

  @Override
  public void onEvent(LabRun run, RunEvent event) {
    if (event instanceof RunEvent.CheckpointKept) {
      run.folder().ifPresent(this::count);
    }
  }

  @Override
  public void onEventElsewhere(LabRun run, RunEvent event) {
    onEvent(run, event);
  }
}
