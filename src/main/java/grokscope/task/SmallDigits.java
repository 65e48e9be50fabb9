package grokscope.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The set of 1,797 handwritten digits that comes with the program: 8×8 pixels of 17 grey levels
 * (Alpaydin and Kaynak 1998; {@code assets/data/small-digits/README.md}). Stateless, any thread.
 */
final class SmallDigits {
  /** How many there are. */
  static final int COUNT = 1797;

  /** Pixels of each. */
  static final int PIXELS = 64;

  private static final int WHITE = 16;
  private static final String FOLDER = "/assets/data/small-digits/";

  private SmallDigits() {}

  /** The digits. */
  static ImageSet open() throws UnreadableFile {
    return ImageSet.of(
        List.of(
            LabeledImages.of(
                IdxFile.images(bytes("images-idx3-ubyte")),
                IdxFile.labels(bytes("labels-idx1-ubyte")))),
        WHITE);
  }

  private static StoredBytes bytes(String name) {
    try (InputStream in = SmallDigits.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return StoredBytes.of(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
