package grokscope.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * All profiles of one kind that a run has sent, in the order of their steps. FX thread only; needs
 * no toolkit.
 */
public final class ProfileHistory {
  private final List<Profile> profiles = new ArrayList<>();

  /** Appends a profile whose step is after the last one's; another is left out. */
  public void append(Profile profile) {
    if (profiles.isEmpty() || profile.step() > last().step()) {
      profiles.add(profile);
    }
  }

  /** Puts a profile where its step belongs, unless there is one of that step. */
  public void insert(Profile profile) {
    if (!has(profile.step())) {
      profiles.add(indexAt(profile.step()) + 1, profile);
    }
  }

  /** Whether there is one of a step. */
  public boolean has(int step) {
    int before = indexAt(step);
    return before >= 0 && profiles.get(before).step() == step;
  }

  /** A copy of what there is until a step. */
  public ProfileHistory until(int step) {
    ProfileHistory copy = new ProfileHistory();
    copy.profiles.addAll(profiles.subList(0, indexAt(step) + 1));
    return copy;
  }

  /** How many there are. */
  public int size() {
    return profiles.size();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return profiles.isEmpty();
  }

  /** One of them, counted from 0. */
  public Profile get(int index) {
    return profiles.get(index);
  }

  /** The one of the last step; there must be one. */
  public Profile last() {
    return profiles.get(profiles.size() - 1);
  }

  /** What the values are of; empty before the first profile. */
  public List<String> labels() {
    return isEmpty() ? List.of() : last().labels();
  }

  /** The index of the last profile at or before a step; −1 when there is none. */
  public int indexAt(double step) {
    int low = 0;
    int high = profiles.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (profiles.get(middle).step() <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
