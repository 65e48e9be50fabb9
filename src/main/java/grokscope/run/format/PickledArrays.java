package grokscope.run.format;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.run.format.bytes.ArrayBytes;
import grokscope.run.format.bytes.MemoryBytes;
import grokscope.run.format.pickle.PickledArray;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins the arrays that a pickle describes to the bytes of their values. Stateless, any thread. */
final class PickledArrays {
  private static final int LONGEST_SHOWN = 60;
  private static final int REPEATED = 1 << 16;

  private PickledArrays() {}

  /** Finds the numbers that lie outside a pickle. */
  interface Storages {
    /**
     * The bytes of a storage.
     *
     * @throws InvalidConfig with one sentence when the file does not hold it
     */
    ArrayBytes bytes(PickledArray.Storage storage) throws InvalidConfig;
  }

  /**
   * Arrays whose values are all there.
   *
   * @throws InvalidConfig with one sentence when one is larger than what the file holds for it
   */
  static List<StoredArray> joined(List<PickledArray> arrays, Storages storages)
      throws InvalidConfig, IOException {
    List<StoredArray> joined = new ArrayList<>();
    for (PickledArray array : arrays) {
      joined.add(joined(array, storages));
    }
    return List.copyOf(joined);
  }

  private static StoredArray joined(PickledArray array, Storages storages)
      throws InvalidConfig, IOException {
    if (array.values().isEmpty()) {
      return StoredArray.closed(array.name(), array.type(), array.shape());
    }
    PickledArray.Values values = array.values().get();
    String word = array.type();
    ArrayBytes bytes;
    if (values.source() instanceof PickledArray.Storage storage) {
      bytes = storages.bytes(storage);
      if (storage.count() > bytes.length() / Math.max(1, storage.bytesEach())) {
        throw tooLarge(array.name(), storage.count() + " values", bytes);
      }
    } else {
      PickledArray.Inside inside = (PickledArray.Inside) values.source();
      bytes = new MemoryBytes(inside.bytes());
      if (inside.file()) { // as the pickles of other programs hold tensors
        TorchStream.Alone alone = TorchStream.alone(bytes);
        bytes = alone.bytes();
        word = alone.type();
      }
    }
    NumberType type = NumberType.of(word);
    if (type == NumberType.OTHER) {
      return StoredArray.closed(array.name(), word, array.shape());
    }
    ArrayView view =
        new ArrayView(
            bytes,
            values.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
            values.first(),
            values.strides());
    long there = bytes.length() / type.bytes();
    if (!view.fits(type, array.shape())
        || ArrayView.size(array.shape()) > Math.max(there, REPEATED)) {
      throw tooLarge(array.name(), "the shape " + Arrays.toString(array.shape()), bytes);
    }
    return StoredArray.of(
        array.name(), NamedPart.of(array.name()), type, type.word(), array.shape(), view);
  }

  private static InvalidConfig tooLarge(String name, String what, ArrayBytes bytes) {
    return new InvalidConfig(
        Messages.clipped(name, LONGEST_SHOWN),
        "would have "
            + Messages.clipped(what, LONGEST_SHOWN)
            + ", but the file holds only "
            + bytes.length()
            + " bytes for it");
  }
}
