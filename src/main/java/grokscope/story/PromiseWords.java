package grokscope.story;

import grokscope.config.preset.Expectation;
import grokscope.config.preset.PresetNotes;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What a preset is expected to do and where it comes from, in words. Stateless, any thread. */
public final class PromiseWords {
  private PromiseWords() {}

  /** One line; empty when nobody has said anything. */
  public static String of(PresetNotes presetNotes) {
    List<String> parts = new ArrayList<>();
    String expected = expected(presetNotes.expectation());
    if (!expected.isEmpty()) {
      parts.add("Expected: " + expected + ".");
    }
    if (!presetNotes.source().isEmpty()) {
      parts.add("Source: " + presetNotes.source() + ".");
    }
    return String.join("  ", parts);
  }

  private static String expected(Expectation expectation) {
    List<String> parts = new ArrayList<>();
    expectation.memorizedBy().ifPresent(step -> parts.add("memorises by step " + count(step)));
    switch (expectation.outcome()) {
      case GROKS -> parts.add("groks" + by(expectation));
      case NO_DELAY -> parts.add("generalises without a delay" + by(expectation));
      case PHASE_CHANGE ->
          parts.add("generalises in one jump" + by(expectation) + ", with no gap to training");
      case NEVER -> parts.add("does not generalise");
      case PARTLY -> parts.add("generalises only in part");
      case UNGROKS -> parts.add("groks" + by(expectation) + " and loses it again");
      case OPEN -> {
        // Nobody has said.
      }
    }
    return String.join(", ", parts);
  }

  private static String by(Expectation expectation) {
    return expectation.grokkedBy().map(step -> " by step " + count(step)).orElse("");
  }

  private static String count(int step) {
    return NumberText.count(step);
  }
}
