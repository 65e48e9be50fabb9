package grokscope.task;

import grokscope.config.AtomicFile;
import grokscope.config.knob.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder with the files of MNIST or of another set in its form, under their usual names: the
 * pictures and labels of "train", and of "t10k" if it has them. Stateless, any thread.
 */
final class ImageFolder {
  private static final int WHITE = 255;
  private static final int LONGEST_NAME = 24;
  private static final String TRAIN = "train";
  private static final String IMAGES = "-images-idx3-ubyte";
  private static final String LABELS = "-labels-idx1-ubyte";

  private ImageFolder() {}

  /** The pictures of a folder, after a look at headers and lengths only. */
  static ImageSet open(String path) throws UnreadableFile {
    if (path.isBlank()) {
      throw new UnreadableFile("no folder is chosen; it must have " + needed());
    }
    Path folder = folder(path);
    List<LabeledImages> parts = new ArrayList<>();
    parts.add(
        pair(folder, TRAIN)
            .orElseThrow(
                () -> new UnreadableFile("the folder has no images; it must have " + needed())));
    pair(folder, "t10k").ifPresent(parts::add);
    return ImageSet.of(parts, WHITE);
  }

  private static String needed() {
    return TRAIN + IMAGES + " and " + TRAIN + LABELS + ", plain or packed as .gz";
  }

  private static Path folder(String path) throws UnreadableFile {
    try {
      Path folder = Path.of(path);
      if (Files.isDirectory(folder)) {
        return folder;
      }
      throw new UnreadableFile(
          Files.exists(folder) ? "this is not a folder" : "there is no such folder");
    } catch (InvalidPathException e) {
      throw new UnreadableFile("this cannot be the path of a folder");
    }
  }

  private static Optional<LabeledImages> pair(Path folder, String prefix) throws UnreadableFile {
    Optional<Path> images = find(folder, prefix + IMAGES);
    Optional<Path> labels = find(folder, prefix + LABELS);
    if (images.isEmpty() && labels.isEmpty()) {
      return Optional.empty();
    }
    if (images.isEmpty() || labels.isEmpty()) {
      throw new UnreadableFile(
          "the folder has "
              + prefix
              + (images.isPresent() ? IMAGES : LABELS)
              + ", but not "
              + prefix
              + (images.isPresent() ? LABELS : IMAGES));
    }
    return Optional.of(
        LabeledImages.of(IdxFile.images(bytes(images.get())), IdxFile.labels(bytes(labels.get()))));
  }

  /** A file under its usual name, with the dot that some unpackers leave, or packed. */
  private static Optional<Path> find(Path folder, String name) {
    String dotted = name.replace("-idx", ".idx");
    return List.of(name, dotted, name + ".gz", dotted + ".gz").stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static StoredBytes bytes(Path file) throws UnreadableFile {
    try {
      return StoredBytes.of(file);
    } catch (IOException e) {
      throw new UnreadableFile(file.getFileName() + " cannot be read: " + AtomicFile.reason(e));
    }
  }

  /** The last part of a path, to call the set by. */
  static String name(String path) {
    String bare = path.replace('\\', '/').replaceAll("/+$", "");
    return Messages.clipped(bare.substring(bare.lastIndexOf('/') + 1), LONGEST_NAME);
  }
}
