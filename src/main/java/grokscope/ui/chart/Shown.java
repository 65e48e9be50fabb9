package grokscope.ui.chart;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which runs are drawn. Immutable, any thread.
 *
 * @param live whether the live run is
 * @param hidden the labels of the others that are not
 */
record Shown(boolean live, Set<String> hidden) {
  static final Shown ALL = new Shown(true, Set.of());

  Shown {
    hidden = Collections.unmodifiableSet(new LinkedHashSet<>(hidden));
  }

  boolean shows(Ghost ghost) {
    return !hidden.contains(ghost.label());
  }

  Shown withLive(boolean now) {
    return new Shown(now, hidden);
  }

  /** With another run drawn if it was not, and not if it was. */
  Shown turned(Ghost ghost) {
    Set<String> now = new LinkedHashSet<>(hidden);
    if (!now.remove(ghost.label())) {
      now.add(ghost.label());
    }
    return new Shown(live, now);
  }
}
