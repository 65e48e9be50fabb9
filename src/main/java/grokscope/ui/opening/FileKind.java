package grokscope.ui.opening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a path may lead to, as far as that can be told without reading it. Immutable, any thread.
 */
enum FileKind {
  FOLDER,
  /** A preset or a bare config. */
  PRESET,
  /** Pairs that a network was trained on. */
  PAIRS,
  /** Of any other name: what kind of weights these are, if any, their first bytes say. */
  WEIGHTS;

  /** The endings that files of weights usually have. */
  static final List<String> OF_WEIGHTS =
      List.of("*.safetensors", "*.pt", "*.pth", "*.bin", "*.ckpt");

  static FileKind of(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path)) {
      return FOLDER;
    }
    return name.endsWith(".json")
        ? PRESET
        : name.endsWith(".csv") || name.endsWith(".tsv") ? PAIRS : WEIGHTS;
  }
}
