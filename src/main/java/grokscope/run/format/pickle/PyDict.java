package grokscope.run.format.pickle;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A dictionary in the order of the file. Compared by identity, and so are those of its keys that
 * are containers: a key that held itself would otherwise have no hash.
 */
final class PyDict {
  private final Map<Object, Object> entries = new LinkedHashMap<>(2);

  Map<Object, Object> entries() {
    return entries;
  }
}
