package grokscope.ui.help;

import grokscope.config.Catalog;
import grokscope.config.Kind;
import grokscope.config.Section;
import grokscope.config.knob.Knob;
import grokscope.ui.term.Glossary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the lists of the program say of its settings, as entries of a glossary. Stateless. */
final class SettingTerms {
  private SettingTerms() {}

  /** A kind or knob of each section with what it is; knobs of several kinds once. */
  static List<Glossary.Entry> of(Catalog catalog) {
    Set<Glossary.Entry> entries = new LinkedHashSet<>();
    for (Section section : catalog.sections()) {
      String group = "Settings: " + section.title();
      for (Kind<?> kind : section.kinds()) {
        if (!kind.sentence().isEmpty()) {
          entries.add(new Glossary.Entry(group, List.of(kind.title()), kind.sentence()));
        }
      }
      for (Kind<?> kind : section.kinds()) {
        for (Knob knob : kind.knobs()) {
          entries.add(new Glossary.Entry(group, List.of(knob.title()), knob.sentence()));
        }
      }
    }
    return new ArrayList<>(entries);
  }
}
