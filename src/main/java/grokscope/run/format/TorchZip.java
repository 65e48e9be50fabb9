package grokscope.run.format;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.run.format.bytes.ArrayBytes;
import grokscope.run.format.bytes.ZipArchive;
import grokscope.run.format.bytes.ZipMember;
import grokscope.run.format.pickle.PickleInput;
import grokscope.run.format.pickle.Pickled;
import grokscope.run.format.pickle.PickledArray;
import grokscope.run.format.pickle.Pickles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Zip archives of arrays: PyTorch's files, a pickle beside a file for each storage, and NumPy's.
 * Stateless, any thread.
 */
final class TorchZip {
  private static final String PICKLE = "data.pkl";
  private static final int LONGEST_SHOWN = 60;

  private TorchZip() {}

  /**
   * A file that is a zip archive.
   *
   * @throws InvalidConfig with one sentence when it is damaged, asks Python to run something, or
   *     holds no arrays in a way that is known
   */
  static FileContents open(ArrayBytes file) throws InvalidConfig, IOException {
    ZipArchive archive = ZipArchive.open(file);
    Optional<String> pickle =
        archive.members().keySet().stream()
            .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
            .findFirst();
    if (pickle.isPresent()) {
      String name = pickle.get();
      return torch(archive, name, name.substring(0, name.length() - PICKLE.length()));
    }
    if (!archive.members().isEmpty()
        && archive.members().keySet().stream().allMatch(name -> name.endsWith(".npy"))) {
      return NumpyFile.archive(archive);
    }
    throw new InvalidConfig(
        "",
        "this is a zip archive"
            + archive.members().keySet().stream()
                .findFirst()
                .map(name -> " that begins with " + Messages.clipped(name, LONGEST_SHOWN))
                .orElse(" without files")
            + ", but none of arrays; PyTorch's has a data.pkl, NumPy's only .npy files");
  }

  private static FileContents torch(ZipArchive archive, String pickle, String folder)
      throws InvalidConfig, IOException {
    Optional<ZipMember> order = archive.member(folder + "byteorder");
    if (order.isPresent()
        && new String(order.get().read(0, 16), StandardCharsets.US_ASCII).strip().equals("big")) {
      throw new InvalidConfig(
          "", "its numbers were saved on a big-endian computer, which Grokscope does not read");
    }
    ZipMember member = archive.member(pickle).orElseThrow();
    PickleInput.refuseLong(member.length());
    Pickled pickled;
    try (InputStream input = new BufferedInputStream(member.from(0))) {
      pickled = Pickles.read(new PickleInput(input, member.length()));
      input.transferTo(
          OutputStream.nullOutputStream()); // to the end, where its checksum is compared
    }
    boolean script =
        archive.members().keySet().stream().anyMatch(name -> name.startsWith(folder + "code/"));
    List<StoredArray> arrays =
        PickledArrays.joined(pickled.arrays(), storage -> storage(archive, folder, storage));
    return new FileContents(
        script ? "a TorchScript file" : "a PyTorch file", Map.of(), arrays, pickled.facts());
  }

  private static ArrayBytes storage(ZipArchive archive, String folder, PickledArray.Storage storage)
      throws InvalidConfig {
    Optional<ZipMember> found = archive.member(folder + "data/" + storage.key());
    if (found.isEmpty()) {
      throw new InvalidConfig(
          "",
          "the file refers to data/"
              + Messages.clipped(storage.key(), LONGEST_SHOWN)
              + ", which it does not hold");
    }
    return found.get();
  }
}
