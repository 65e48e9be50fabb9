package grokscope.cli.command;

import grokscope.config.Catalog;
import grokscope.config.Kind;
import grokscope.config.Section;
import grokscope.config.knob.Knob;
import java.util.ArrayList;
import java.util.List;

/** The settings of the catalog as lines of help. Immutable, any thread. */
record SettingsHelp(Catalog catalog) {

  /** One line for every path, grouped by the kinds that have it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Section section : catalog.sections()) {
      if (section.hasType()) {
        List<String> ids = section.kinds().stream().map(kind -> '"' + kind.id() + '"').toList();
        lines.add(line("  ", section.pathOf("type"), "one of " + String.join(", ", ids)));
      }
      for (Kind<?> kind : section.kinds()) {
        boolean several = section.kinds().size() > 1;
        if (several && !kind.knobs().isEmpty()) {
          lines.add("    with " + section.pathOf("type") + "=" + kind.id());
        }
        for (Knob knob : kind.knobs()) {
          lines.add(line(several ? "      " : "  ", section.pathOf(knob.name()), knob.allowed()));
        }
      }
    }
    return lines;
  }

  private static String line(String indent, String path, String allowed) {
    return indent + path + " ".repeat(Math.max(1, 32 - indent.length() - path.length())) + allowed;
  }
}
