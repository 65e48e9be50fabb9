package grokscope.cli;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds what PRESET or FILE.json on the command line means. Stateless, any thread. */
public final class PresetArgument {
  private PresetArgument() {}

  /**
   * The preset of this id or title, or else in this file. Nothing shorter is understood, so that a
   * script means the same when there are more presets.
   *
   * @throws InvalidConfig when there is neither, or the file is refused
   */
  public static Preset open(PresetStore presets, String argument) throws InvalidConfig {
    Optional<Preset> preset = presets.find(argument).or(() -> presets.titled(argument));
    if (preset.isPresent()) {
      return preset.get();
    }
    if (argument.endsWith(".json") || argument.contains("/") || argument.contains(File.separator)) {
      return presets.read(path(argument));
    }
    String sentence =
        "\"" + Messages.clipped(argument, 60) + "\" is neither a preset nor a .json file";
    for (String problem : presets.problems()) {
      if (problem.contains(File.separator + argument + ".json: ")) {
        throw new InvalidConfig("", sentence + " that can be opened: " + withoutEnd(problem));
      }
    }
    if (!argument.isBlank() && Files.exists(path(argument))) {
      return presets.read(path(argument));
    }
    List<String> near = presets.near(argument);
    if (near.isEmpty()) {
      List<String> ids = presets.all().stream().map(Preset::id).toList();
      throw new InvalidConfig("", sentence + "; the presets are " + String.join(", ", ids));
    }
    throw new InvalidConfig("", sentence + "; did you mean " + either(near) + "?");
  }

  /** The same, and says on the terminal what was done to read it. */
  public static Preset open(PresetStore presets, String argument, Terminal terminal)
      throws InvalidConfig {
    Preset preset = open(presets, argument);
    if (!preset.remark().isEmpty()) {
      terminal.err().println(preset.remark());
    }
    return preset;
  }

  private static String either(List<String> ids) {
    int last = ids.size() - 1;
    String one = Messages.quoted(ids.subList(last, last + 1));
    return last == 0 ? one : Messages.quoted(ids.subList(0, last)) + " or " + one;
  }

  private static Path path(String argument) throws InvalidConfig {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new InvalidConfig(
          "", "\"" + Messages.clipped(argument, 60) + "\" cannot be a file name");
    }
  }

  private static String withoutEnd(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
