package grokscope.ui.opening;

import grokscope.config.knob.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is opened of the files that were dropped together: the first of the weights, with a list of
 * training pairs if there is one; without weights, the first of the others. Immutable, any thread.
 *
 * @param first what is opened; a list of training pairs only if nothing else was dropped
 * @param pairs the list that goes with it
 * @param left what is not opened
 */
record Selection(Path first, Optional<Path> pairs, List<Path> left) {
  private static final int LONGEST = 60;

  Selection {
    left = List.copyOf(left);
  }

  /**
   * Chooses.
   *
   * @param paths at least one
   */
  static Selection of(List<Path> paths) {
    List<Path> left = new ArrayList<>(paths);
    Path first =
        first(left, FileKind.WEIGHTS)
            .or(() -> left.stream().filter(path -> !isPairs(path)).findFirst())
            .orElseGet(() -> left.get(0));
    left.remove(first);
    Optional<Path> pairs =
        FileKind.of(first) == FileKind.WEIGHTS ? first(left, FileKind.PAIRS) : Optional.empty();
    pairs.ifPresent(left::remove);
    return new Selection(first, pairs, left);
  }

  private static Optional<Path> first(List<Path> paths, FileKind kind) {
    return paths.stream().filter(path -> FileKind.of(path) == kind).findFirst();
  }

  private static boolean isPairs(Path path) {
    return FileKind.of(path) == FileKind.PAIRS;
  }

  /** What has to be said about the files that are not opened; empty where there are none. */
  String remark() {
    if (left.isEmpty()) {
      return "";
    }
    String one = name(left.get(0));
    String others =
        left.size() == 1
            ? one + " was"
            : left.size() == 2
                ? one + " and " + name(left.get(1)) + " were"
                : one + " and " + (left.size() - 1) + " others were";
    boolean steps =
        FileKind.of(first) == FileKind.WEIGHTS && first(left, FileKind.WEIGHTS).isPresent();
    return others
        + " not opened, because only one thing is opened at a time"
        + (steps
            ? "; if the files are steps of one training, drop the folder that they are in."
            : ".");
  }

  /** A path's last part, as far as there is room for it in a sentence. */
  static String name(Path path) {
    return Messages.clipped(String.valueOf(path.getFileName()), LONGEST);
  }
}
