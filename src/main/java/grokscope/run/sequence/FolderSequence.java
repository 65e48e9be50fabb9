package grokscope.run.sequence;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.run.format.ArrayFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a folder whose names have a step, or the files in its sub-folders whose names have
 * one. Immutable, any thread.
 *
 * @param path the folder
 * @param steps growing
 * @param files the file of each step
 * @param remarks what is to be known of how they were found
 */
record FolderSequence(Path path, List<Integer> steps, List<Path> files, List<String> remarks)
    implements CheckpointSequence {
  private static final List<String> ENDINGS =
      List.of(".safetensors", ".pth", ".pt", ".ckpt", ".bin", ".pkl", ".tar");

  /** What the one network in a sub-folder is called, the likeliest first. */
  private static final List<String> USUAL =
      List.of("model", "pytorch_model", "weights", "state_dict", "checkpoint", "network");

  private static final int MOST_FILES = 100_000;

  FolderSequence {
    steps = List.copyOf(steps);
    files = List.copyOf(files);
    remarks = List.copyOf(remarks);
  }

  /** The checkpoints in a folder. */
  static FolderSequence of(Path folder) throws InvalidConfig {
    List<String> files = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Path inside : inside(folder)) {
      String name = String.valueOf(inside.getFileName());
      if (Files.isDirectory(inside)) {
        folders.add(name);
      } else {
        (weights(name) ? files : others).add(name);
      }
    }
    Optional<StepNames.Found> found = StepNames.find(files);
    if (found.isPresent()) {
      others.addAll(found.get().left());
      others.addAll(folders);
      return made(folder, found.get(), named(folder, found.get()), others);
    }
    Map<String, Path> within = new LinkedHashMap<>();
    for (String name : folders) {
      network(folder.resolve(name)).ifPresent(file -> within.put(name, file));
    }
    found = StepNames.find(List.copyOf(within.keySet()));
    if (found.isEmpty()) {
      throw new InvalidConfig("", nothing(files, folders.size()));
    }
    others.addAll(files);
    folders.stream().filter(name -> !found(within, name)).forEach(others::add);
    others.addAll(found.get().left());
    List<Path> networks = found.get().names().values().stream().map(within::get).toList();
    return made(folder, found.get(), networks, others);
  }

  private static boolean found(Map<String, Path> within, String name) {
    return within.containsKey(name);
  }

  private static List<Path> named(Path folder, StepNames.Found found) {
    return found.names().values().stream().map(folder::resolve).toList();
  }

  private static FolderSequence made(
      Path folder, StepNames.Found found, List<Path> networks, List<String> others) {
    List<String> remarks = new ArrayList<>();
    if (found.epochs()) {
      remarks.add("The steps are the epochs in the names.");
    }
    if (!others.isEmpty()) {
      remarks.add(
          (others.size() == 1 ? "One other file was" : others.size() + " other files were")
              + " left out: "
              + StepNames.listed(others)
              + ".");
    }
    return new FolderSequence(folder, List.copyOf(found.names().keySet()), networks, remarks);
  }

  private static String nothing(List<String> files, int folders) {
    String looked =
        "; looked for files that are named by their steps, such as ckpt_100.pth and ckpt_200.pth,"
            + " or folders such as checkpoint-100 with the weights in them";
    if (files.size() == 1) {
      return "there is only one file of weights in the folder, "
          + StepNames.shown(files.get(0))
          + ", which can be opened by itself"
          + looked;
    }
    String what =
        files.isEmpty()
            ? "there are no files of weights in the folder"
                + (folders > 0 ? ", and none in its folders that belong together" : "")
            : "the names of its "
                + files.size()
                + " files of weights have no number by which they could be put in order";
    return what + looked;
  }

  private static List<Path> inside(Path folder) throws InvalidConfig {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> some = all.limit(MOST_FILES + 1).sorted().toList();
      if (some.size() > MOST_FILES) {
        throw new InvalidConfig("", "there are more than " + MOST_FILES + " files in the folder");
      }
      return some;
    } catch (IOException e) {
      throw new InvalidConfig("", "the folder cannot be read: " + AtomicFile.reason(e));
    }
  }

  private static boolean weights(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.startsWith(".") && ENDINGS.stream().anyMatch(lower::endsWith);
  }

  /** The one file of weights in a folder, or the one that is called like one. */
  private static Optional<Path> network(Path folder) throws InvalidConfig {
    List<Path> files =
        inside(folder).stream()
            .filter(Files::isRegularFile)
            .filter(file -> weights(name(file)) && !StepNames.beside(name(file)))
            .toList();
    if (files.size() == 1) {
      return Optional.of(files.get(0));
    }
    for (String usual : USUAL) {
      for (String ending : ENDINGS) {
        for (Path file : files) {
          if (name(file).equalsIgnoreCase(usual + ending)) {
            return Optional.of(file);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  @Override
  public String form() {
    return files.size() + " files of a folder";
  }

  @Override
  public String called(int place) {
    return path.relativize(files.get(place)).toString();
  }

  @Override
  public ArrayFile open(int place) throws InvalidConfig {
    try {
      return ArrayFile.open(files.get(place));
    } catch (InvalidConfig refused) {
      throw refused.in(called(place));
    }
  }
}
