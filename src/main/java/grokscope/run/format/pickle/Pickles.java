package grokscope.run.format.pickle;

import grokscope.config.InvalidConfig;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads the pickles of files. Stateless, any thread. */
public final class Pickles {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long STREAM_PROTOCOL = 1001;

  private Pickles() {}

  /**
   * The pickles at the beginning of a PyTorch file of the older form.
   *
   * @param content what was saved
   * @param storages what follows the pickles, in this order
   */
  public record Stream(Pickled content, List<PickledArray.Storage> storages) {}

  /**
   * The value of one pickle, which may refer to storages of PyTorch.
   *
   * @throws InvalidConfig with one sentence when it is damaged, too large, holds itself, or asks
   *     Python to call something that is not known to be harmless
   */
  public static Pickled read(PickleInput input) throws InvalidConfig, IOException {
    return Flattening.of(new Unpickler(input, new TorchReferences()).read());
  }

  /** Whether an input begins as a PyTorch file of the older form, whose first pickle is read. */
  public static boolean beginsStream(PickleInput input) throws IOException {
    try {
      return MAGIC.equals(new Unpickler(input, new TorchReferences()).read());
    } catch (InvalidConfig e) {
      return false; // another reader says what is wrong with it
    }
  }

  /**
   * The other pickles of a PyTorch file of the older form.
   *
   * @throws InvalidConfig as {@link #read}, and when its numbers have their highest byte first
   */
  public static Stream stream(PickleInput input) throws InvalidConfig, IOException {
    TorchReferences references = new TorchReferences();
    Unpickler unpickler = new Unpickler(input, references);
    Object protocol = unpickler.read();
    if (!protocol.equals(STREAM_PROTOCOL)) {
      throw new InvalidConfig(
          "", "this is a PyTorch file of a form that is not known, " + protocol(protocol));
    }
    if (Unwrapped.dict(unpickler.read())
        .map(system -> system.get("little_endian"))
        .filter(Boolean.FALSE::equals)
        .isPresent()) {
      throw new InvalidConfig(
          "", "its numbers were saved on a big-endian computer, which Grokscope does not read");
    }
    Pickled content = Flattening.of(unpickler.read());
    List<Object> keys =
        Unwrapped.list(unpickler.read())
            .orElseThrow(() -> new InvalidConfig("", "the file is damaged: it lists no storages"));
    List<PickledArray.Storage> inOrder = new ArrayList<>();
    for (Object key : keys) {
      inOrder.add(
          references
              .storage(String.valueOf(key))
              .orElseThrow(
                  () ->
                      new InvalidConfig(
                          "", "the file is damaged: it lists storages that nothing refers to")));
    }
    return new Stream(content, inOrder);
  }

  private static String protocol(Object version) {
    return version instanceof Long number ? "number " + number : "without a number";
  }
}
