package grokscope.run.format;

import grokscope.config.InvalidConfig;
import grokscope.run.format.bytes.ArrayBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What a file is by its first bytes, whatever its name ends in: one of those that are read, or one
 * that is known by name. Stateless, any thread.
 */
enum FileKind {
  SAFETENSORS,
  ZIP,
  PICKLE,
  NUMPY;

  private static final int LOOKED_AT = 512;
  private static final int TAR_MARK = 257;
  private static final String TORCH =
      "; in Python, torch.save(model.state_dict(), \"weights.pt\") makes one that opens";

  /** The first bytes of a kind that is refused by name. */
  private record Other(String begin, String words) {}

  private static final List<Other> OTHERS =
      List.of(
          new Other(
              "version https://git-lfs",
              "this is a note of Git LFS in place of the file, which “git lfs pull” fetches"),
          new Other("\u001f\u008b", "this is a gzip archive, which must be unpacked first"),
          new Other("BZh", "this is a bzip2 archive, which must be unpacked first"),
          new Other("\u00fd7zXZ", "this is an xz archive, which must be unpacked first"),
          new Other("7z\u00bc\u00af", "this is a 7-Zip archive, which must be unpacked first"),
          new Other("(\u00b5/\u00fd", "this is a zstd archive, which must be unpacked first"),
          new Other("Rar!", "this is a RAR archive, which must be unpacked first"),
          new Other("\u0089HDF", "this is an HDF5 file, as Keras and TensorFlow write it" + TORCH),
          new Other(
              "GGUF", "this is a GGUF file, whose weights are packed for language models" + TORCH),
          new Other("%PDF", "this is a PDF document, not a file of weights"),
          new Other("\u0089PNG", "this is a picture, not a file of weights"),
          new Other("MATLAB 5.0", "this is a MATLAB file" + TORCH),
          new Other("{\"", "this is JSON text, not a file of weights"));

  /**
   * The kind of a file that may be read.
   *
   * @throws InvalidConfig with one sentence that says what it is instead, as far as that is known
   */
  static FileKind of(ArrayBytes file) throws InvalidConfig, IOException {
    byte[] head = file.read(0, LOOKED_AT);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (head.length == 0) {
      throw new InvalidConfig("", "the file is empty");
    }
    // The length of a header has three zeros at its end, and no other kind begins with any.
    if (head.length > 8 && text.startsWith("\0\0\0", 5) && (head[8] == '{' || head[8] == ' ')) {
      return SAFETENSORS;
    }
    if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (text.startsWith("\u0093NUMPY")) {
      return NUMPY;
    }
    if (head[0] == (byte) 0x80 && head.length > 1 && head[1] <= 5 && head[1] >= 0) {
      return PICKLE;
    }
    throw new InvalidConfig("", words(text));
  }

  private static String words(String text) {
    for (Other other : OTHERS) {
      if (text.startsWith(other.begin())) {
        return other.words();
      }
    }
    if (text.startsWith("ustar", TAR_MARK)) {
      return "this is a tar archive, as the oldest versions of PyTorch wrote them" + TORCH;
    }
    String begin = text.stripLeading().toLowerCase(Locale.ROOT);
    if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
      return "this is a web page that was saved in place of the file; download the file itself";
    }
    return "this is not a safetensors file, nor one of PyTorch or NumPy, by its first bytes";
  }
}
