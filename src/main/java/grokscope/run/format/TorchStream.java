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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A PyTorch file of the form before version 1.6, which can still be chosen: five pickles, then the
 * storages, each after the number of its values. Immutable, any thread.
 *
 * @param content what was saved
 * @param storages by their keys, in the order of the file
 */
record TorchStream(Pickled content, Map<String, ArrayBytes> storages) {

  /**
   * A storage that was saved alone.
   *
   * @param type as the safetensors format writes it
   */
  record Alone(String type, ArrayBytes bytes) {}

  private record Read(Pickles.Stream stream, Map<String, ArrayBytes> storages) {}

  /** Whether a file begins as one of this form. */
  static boolean is(ArrayBytes file) throws IOException {
    try (InputStream input = new BufferedInputStream(file.from(0))) {
      return Pickles.beginsStream(new PickleInput(input, file.length()));
    }
  }

  /**
   * Such a file.
   *
   * @throws InvalidConfig with one sentence when it is damaged or asks Python to run something
   */
  static TorchStream open(ArrayBytes file) throws InvalidConfig, IOException {
    Read read = read(file);
    return new TorchStream(read.stream().content(), read.storages());
  }

  /** The storage that such a file holds alone, as in the pickles of other programs. */
  static Alone alone(ArrayBytes file) throws InvalidConfig, IOException {
    if (!is(file)) {
      throw new InvalidConfig("", "a tensor in its pickle is not as PyTorch puts it there");
    }
    Read read = read(file);
    List<PickledArray.Storage> all = read.stream().storages();
    ArrayBytes bytes = all.size() == 1 ? read.storages().get(all.get(0).key()) : null;
    if (bytes == null) {
      throw new InvalidConfig("", "a tensor in its pickle has no storage of its own");
    }
    return new Alone(all.get(0).type(), bytes);
  }

  private static Read read(ArrayBytes file) throws InvalidConfig, IOException {
    try (InputStream input = new BufferedInputStream(file.from(0))) {
      PickleInput pickles = new PickleInput(input, file.length());
      Pickles.beginsStream(pickles);
      Pickles.Stream stream = Pickles.stream(pickles);
      return new Read(stream, storages(file, pickles.position(), stream.storages()));
    }
  }

  private static Map<String, ArrayBytes> storages(
      ArrayBytes file, long from, List<PickledArray.Storage> inOrder)
      throws InvalidConfig, IOException {
    Map<String, ArrayBytes> storages = new LinkedHashMap<>();
    long at = from;
    for (PickledArray.Storage storage : inOrder) {
      int each = storage.bytesEach();
      if (each == 0) {
        throw new InvalidConfig(
            "",
            "the file holds numbers of the type "
                + Messages.clipped(storage.type(), 60)
                + ", whose size is not known");
      }
      long left = file.length() - at - Long.BYTES;
      if (storage.count() > left / each || left < 0) {
        throw new InvalidConfig(
            "",
            "the file ends too early: its storage "
                + Messages.clipped(storage.key(), 60)
                + " would have "
                + storage.count()
                + " values, but "
                + Math.max(0, left)
                + " bytes are left");
      }
      long counted =
          ByteBuffer.wrap(file.read(at, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (counted != storage.count()) {
        throw new InvalidConfig(
            "",
            "the file is damaged: its storage "
                + Messages.clipped(storage.key(), 60)
                + " has two sizes");
      }
      long bytes = storage.count() * each;
      storages.put(storage.key(), file.piece(at + Long.BYTES, bytes));
      at += Long.BYTES + bytes;
    }
    return storages;
  }
}
