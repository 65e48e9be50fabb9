package grokscope.run.format;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.run.format.bytes.ArrayBytes;
import grokscope.run.format.pickle.PickleInput;
import grokscope.run.format.pickle.Pickled;
import grokscope.run.format.pickle.PickledArray;
import grokscope.run.format.pickle.Pickles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Files that begin with a pickle: those of PyTorch's older form, and pickles of Python with arrays
 * in them. Stateless, any thread.
 */
final class PickleFile {
  private PickleFile() {}

  /**
   * Such a file.
   *
   * @throws InvalidConfig with one sentence when it is damaged or asks Python to run something
   */
  static FileContents open(ArrayBytes file) throws InvalidConfig, IOException {
    if (TorchStream.is(file)) {
      TorchStream stream = TorchStream.open(file);
      return joined("a PyTorch file of the older form", stream.content(), stream.storages());
    }
    try (InputStream input = new BufferedInputStream(file.from(0))) {
      Pickled pickled = Pickles.read(new PickleInput(input, file.length()));
      return joined("a Python pickle", pickled, Map.of());
    }
  }

  private static FileContents joined(String form, Pickled pickled, Map<String, ArrayBytes> storages)
      throws InvalidConfig, IOException {
    return new FileContents(
        form,
        Map.of(),
        PickledArrays.joined(pickled.arrays(), storage -> found(storages, storage)),
        pickled.facts());
  }

  private static ArrayBytes found(Map<String, ArrayBytes> storages, PickledArray.Storage storage)
      throws InvalidConfig {
    ArrayBytes bytes = storages.get(storage.key());
    if (bytes == null) {
      throw new InvalidConfig(
          "",
          "the file refers to the storage "
              + Messages.clipped(storage.key(), 60)
              + ", which it does not hold");
    }
    return bytes;
  }
}
