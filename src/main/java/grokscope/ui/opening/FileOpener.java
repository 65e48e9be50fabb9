package grokscope.ui.opening;

import grokscope.run.RunFolder;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.session.Trouble;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens what lies on the disk: a preset or config, the weights of a network, the pairs that it was
 * trained on, or the folder of a run. FX thread only.
 */
public final class FileOpener {
  private final Dialogs dialogs;
  private final PresetActions presets;
  private final WeightsOpening weights;
  private final StoredRunActions runs;
  private final SequenceOpening sequences;
  private final RecentFiles recent;
  private final Trouble trouble;

  public FileOpener(
      Dialogs dialogs,
      PresetActions presets,
      WeightsOpening weights,
      StoredRunActions runs,
      SequenceOpening sequences,
      RecentFiles recent,
      Trouble trouble) {
    this.dialogs = dialogs;
    this.presets = presets;
    this.weights = weights;
    this.runs = runs;
    this.sequences = sequences;
    this.recent = recent;
    this.trouble = trouble;
  }

  /** Opens whatever is there. */
  public void open(Path path) {
    open(List.of(path));
  }

  /**
   * Opens one thing of these, and says of the others that they were not.
   *
   * @param paths at least one
   */
  public void open(List<Path> paths) {
    Selection chosen = Selection.of(paths);
    Path first = chosen.first();
    Runnable opened =
        () -> {
          recent.opened(first);
          say(chosen.remark());
        };
    switch (FileKind.of(first)) {
      case FOLDER -> openFolder(new RunFolder(first), opened);
      case WEIGHTS ->
          sequences.openIfSequence(first, () -> weights.open(first, chosen.pairs(), opened));
      case PAIRS -> weights.split(first, () -> say(chosen.remark()));
      case PRESET -> {
        if (presets.open(first)) {
          opened.run();
        }
      }
    }
  }

  /** A run of this program, or checkpoints of another. */
  private void openFolder(RunFolder folder, Runnable opened) {
    if (Files.exists(folder.config())) {
      runs.open(folder, opened);
    } else {
      sequences.open(folder.path());
    }
  }

  private void say(String remark) {
    if (!remark.isEmpty()) {
      trouble.say(remark);
    }
  }

  /** What was opened last, the latest first. */
  public List<String> recent() {
    return recent.all();
  }

  /** Opens something that was opened before, if it is still there. */
  public void openRecent(String path) {
    try {
      Path there = Path.of(path);
      if (Files.exists(there)) {
        open(there);
        return;
      }
    } catch (InvalidPathException notHere) {
      // It was remembered where names may be otherwise, and is not here.
    }
    recent.forget(path);
    trouble.say("There is no " + path + " any more.");
  }

  public void askForCheckpoints() {
    dialogs.chooseFolder("Open checkpoints of another program").ifPresent(sequences::open);
  }

  public void askForPreset() {
    dialogs
        .chooseAnyFile("Open a preset or config", "JSON files", List.of("*.json"))
        .ifPresent(this::open);
  }

  public void askForWeights() {
    dialogs
        .chooseAnyFile("Open the weights of a network", "Weights", FileKind.OF_WEIGHTS)
        .ifPresent(this::open);
  }

  public void askForRun() {
    dialogs.chooseFolder("Open the folder of a run").ifPresent(this::open);
  }
}
