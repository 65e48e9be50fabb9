package grokscope.run.format;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.run.format.bytes.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of named arrays, whoever wrote it, with nothing interpreted: what was nested in the file
 * has one flat name with dots, such as {@code model.embed.W_E} or {@code checkpoints.12.b}. The
 * values of an array are read when they are asked for. Immutable, any thread.
 *
 * @param form what kind of file it is, in words with an article: "a safetensors file"
 * @param texts the metadata of a safetensors file
 * @param arrays in the order of the file; no name appears twice
 * @param facts the other values of the file by their flat names, in the order of the file: {@code
 *     Long}, {@code Double}, {@code String}, {@code Boolean}, and unmodifiable lists of these,
 *     which may hold lists in turn
 */
public record ArrayFile(
    String form, Map<String, String> texts, List<StoredArray> arrays, Map<String, Object> facts) {
  private static final long LARGEST = 2_000_000_000;

  /**
   * Opens a file by what it holds, whatever its name ends in: safetensors, PyTorch of both forms, a
   * Python pickle, NumPy. Nothing that a file contains is run.
   *
   * @throws InvalidConfig with one sentence that says what the file is instead, what is wrong with
   *     it, or what it asks Python to run
   */
  public static ArrayFile open(Path path) throws InvalidConfig {
    if (!Files.isRegularFile(path)) {
      throw new InvalidConfig(
          "",
          Files.isDirectory(path)
              ? "is a folder, and one file of weights was looked for; a folder of checkpoints can"
                  + " be imported as a run"
              : "there is no such file");
    }
    try {
      FileBytes file = FileBytes.of(path);
      if (file.length() > LARGEST) {
        throw new InvalidConfig(
            "",
            String.format(
                Locale.ROOT,
                "has %,d bytes, and Grokscope opens files of weights of at most %,d",
                file.length(),
                LARGEST));
      }
      FileContents read =
          switch (FileKind.of(file)) {
            case SAFETENSORS -> SafetensorsFile.open(file);
            case ZIP -> TorchZip.open(file);
            case PICKLE -> PickleFile.open(file);
            case NUMPY -> NumpyFile.open(file);
          };
      return new ArrayFile(read.form(), read.texts(), read.arrays(), read.facts());
    } catch (IOException e) {
      throw new InvalidConfig("", "the file cannot be read: " + AtomicFile.reason(e));
    }
  }

  /** The array of a name. */
  public Optional<StoredArray> array(String name) {
    return arrays.stream().filter(array -> array.name().equals(name)).findFirst();
  }
}
