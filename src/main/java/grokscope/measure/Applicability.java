package grokscope.measure;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What can be seen in a run, and why the rest cannot. Immutable, any thread.
 *
 * @param lacking what there is not, with a reason in words that can follow "because"
 */
public record Applicability(Map<Need, String> lacking) {
  public Applicability {
    Map<Need, String> inOrder = new EnumMap<>(Need.class);
    inOrder.putAll(lacking);
    lacking = Collections.unmodifiableMap(inOrder);
  }

  public boolean has(Need need) {
    return !lacking.containsKey(need);
  }

  /** Why one of these needs is not met; nothing where all are. */
  public Optional<String> whyNot(Collection<Need> needs) {
    return lacking.entrySet().stream()
        .filter(lack -> needs.contains(lack.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
