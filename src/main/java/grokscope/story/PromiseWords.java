package grokscope.story;

import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;

/** What a preset is expected to do and where it comes from, in words. Stateless, any thread. */
public final class PromiseWords {
  private PromiseWords() {}

  /**
   * One line; empty when nobody has said anything.
   *
   * @param config what would be run
   */
  public static String of(Preset preset, RunConfig config) {
    String source = preset.presetNotes().source();
    String from = source.isEmpty() ? "" : "Source: " + source + ".";
    return (new Outlook(preset, config).promise() + "  " + from).strip();
  }
}
