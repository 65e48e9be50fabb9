package grokscope.config.preset;

import grokscope.config.Catalog;
import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Messages;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds presets by words that a person types. Immutable, any thread. */
final class PresetSearch {
  private static final List<String> SECTIONS =
      List.of(SettingPaths.TASK, SettingPaths.MODEL, SettingPaths.OPTIMIZER);
  private static final int MOST_NEAR = 6;

  private final Catalog catalog;

  PresetSearch(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The presets in which every word is found: the one of this id or title, then those that have the
   * words in id and title, then those that have them in group, story or source, or in the names of
   * task, network and optimiser. Without a word, all of them in their order.
   */
  List<Preset> matching(List<Preset> presets, String words) {
    List<String> wanted = words(words);
    List<Preset> exact = new ArrayList<>();
    List<Preset> named = new ArrayList<>();
    List<Preset> described = new ArrayList<>();
    for (Preset preset : presets) {
      if (Stream.of(preset.id(), preset.title())
          .map(PresetSearch::words)
          .anyMatch(wanted::equals)) {
        exact.add(preset);
      } else if (hasAll(names(preset), wanted)) {
        named.add(preset);
      } else if (hasAll(names(preset) + " " + described(preset), wanted)) {
        described.add(preset);
      }
    }
    return Stream.of(exact, named, described).flatMap(List::stream).toList();
  }

  /** The ids that a person may have meant by a word that is none; the likeliest first. */
  List<String> near(List<Preset> presets, String word) {
    List<String> holding = named(presets, word);
    if (!holding.isEmpty()) {
      return holding;
    }
    Optional<String> near = Messages.nearest(word, presets.stream().map(Preset::id).toList());
    if (near.isPresent()) {
      return List.of(near.get());
    }
    List<String> parts =
        presets.stream().flatMap(preset -> Stream.of(names(preset).split("[\\s:,()-]+"))).toList();
    return Messages.nearest(word, parts).map(part -> named(presets, part)).orElse(List.of());
  }

  private static List<String> named(List<Preset> presets, String text) {
    List<String> wanted = words(text);
    return wanted.isEmpty()
        ? List.of()
        : presets.stream()
            .filter(preset -> hasAll(names(preset), wanted))
            .map(Preset::id)
            .limit(MOST_NEAR)
            .toList();
  }

  private static String names(Preset preset) {
    return folded(preset.id() + " " + preset.title());
  }

  private String described(Preset preset) {
    PresetNotes notes = preset.presetNotes();
    StringBuilder text = new StringBuilder();
    text.append(notes.group()).append(' ').append(notes.story()).append(' ').append(notes.source());
    for (String path : SECTIONS) {
      kind(path, preset.config())
          .ifPresent(kind -> text.append(' ').append(kind.id()).append(' ').append(kind.title()));
    }
    return folded(text.toString());
  }

  private Optional<Kind<?>> kind(String path, RunConfig config) {
    return catalog
        .section(path)
        .filter(Section::hasType)
        .map(section -> section.kindOf(config.section(path)));
  }

  private static boolean hasAll(String text, List<String> words) {
    return words.stream().allMatch(text::contains);
  }

  private static List<String> words(String text) {
    return Stream.of(folded(text).split("[\\s:,()]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Without case and accents, and the same for "initialisation" and "initialization". */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace('z', 's');
  }
}
