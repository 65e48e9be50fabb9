package grokscope.ui.opening;

import grokscope.run.RunFolder;
import grokscope.ui.dialog.Dialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Opens what lies on the disk: a preset or config, the weights of a network, or the folder of a
 * run. FX thread only.
 */
public final class FileOpener {
  private static final String PRESETS = ".json";
  private static final String WEIGHTS = ".safetensors";

  private final Dialogs dialogs;
  private final PresetActions presets;
  private final WeightsOpening weights;
  private final StoredRunActions runs;
  private final SequenceOpening sequences;

  public FileOpener(
      Dialogs dialogs,
      PresetActions presets,
      WeightsOpening weights,
      StoredRunActions runs,
      SequenceOpening sequences) {
    this.dialogs = dialogs;
    this.presets = presets;
    this.weights = weights;
    this.runs = runs;
    this.sequences = sequences;
  }

  /** Whether this may be something that can be opened. */
  static boolean opens(Path path) {
    return Files.isDirectory(path) || ends(path, PRESETS) || ends(path, WEIGHTS);
  }

  private static boolean ends(Path path, String ending) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** Opens whatever is there. */
  public void open(Path path) {
    if (Files.isDirectory(path)) {
      openFolder(path);
    } else if (ends(path, WEIGHTS)) {
      weights.open(path);
    } else {
      presets.open(path);
    }
  }

  /** A run of this program, or checkpoints of another. */
  private void openFolder(Path path) {
    RunFolder folder = new RunFolder(path);
    if (Files.exists(folder.config())) {
      runs.open(folder);
    } else {
      sequences.open(path);
    }
  }

  public void askForCheckpoints() {
    dialogs.chooseFolder("Open checkpoints of another program").ifPresent(sequences::open);
  }

  public void askForPreset() {
    dialogs
        .chooseFile("Open a preset or config", "JSON files", "*" + PRESETS)
        .ifPresent(presets::open);
  }

  public void askForWeights() {
    dialogs
        .chooseFile("Open the weights of a network", "Weights", "*" + WEIGHTS)
        .ifPresent(weights::open);
  }

  public void askForRun() {
    dialogs.chooseFolder("Open the folder of a run").ifPresent(this::openFolder);
  }
}
