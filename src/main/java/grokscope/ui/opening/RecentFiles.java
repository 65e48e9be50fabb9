package grokscope.ui.opening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/**
 * The files and folders that were opened last, the latest first. FX thread only; needs no toolkit.
 *
 * @param paths where they are kept
 * @param most so many are kept
 */
public record RecentFiles(ObjectProperty<List<String>> paths, int most) {
  /** Something was opened. */
  void opened(Path path) {
    String now = String.valueOf(path.toAbsolutePath().normalize());
    List<String> next = new ArrayList<>(paths.get());
    next.remove(now);
    next.add(0, now);
    paths.set(List.copyOf(next.subList(0, Math.min(most, next.size()))));
  }

  /** Something is not there any more. */
  void forget(String path) {
    paths.set(paths.get().stream().filter(other -> !other.equals(path)).toList());
  }

  List<String> all() {
    return paths.get();
  }
}
