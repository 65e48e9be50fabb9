package grokscope.config;

import grokscope.config.knob.Knob;
import java.util.List;
import java.util.Optional;

/**
 * One part of a config: either a choice between kinds, or a fixed group of knobs (one kind with an
 * empty id). Immutable, any thread.
 *
 * @param path the JSON key; empty for the keys at the top
 * @param title the words on the screen
 * @param kinds what can be chosen; the first is the default
 */
public record Section(String path, String title, List<? extends Kind<?>> kinds) {
  public Section {
    kinds = List.copyOf(kinds);
  }

  /** A section without a choice, of which nothing is made. */
  public static Section fixed(String path, String title, List<Knob> knobs) {
    return new Section(
        path, title, List.of(new Kind<>("", title, "", knobs, Kind.Check.NONE, Optional.empty())));
  }

  /** Whether this section has a {@code type}. */
  public boolean hasType() {
    return !kinds.get(0).id().isEmpty();
  }

  /** The kind with this id. */
  public Optional<? extends Kind<?>> kind(String id) {
    return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** The kind that these settings chose. */
  public Kind<?> kindOf(Settings settings) {
    return kind(settings.type()).orElseThrow();
  }

  /** The path of a knob or of {@code type} in this section. */
  public String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
