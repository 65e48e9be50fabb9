package grokscope.run.format;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.run.format.bytes.FileBytes;
import grokscope.telemetry.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tensors as a safetensors file: the length of a JSON header as eight little-endian bytes, the
 * header, then the tensors themselves. Stateless, any thread.
 *
 * <p>Reading trusts nothing: every length is held against the size of the file before anything is
 * allocated, and the tensors must fill the rest of the file without gaps or overlaps.
 */
public final class SafetensorsFile {
  private static final int WRITTEN_HEADER_LIMIT = 1 << 20;
  private static final int HEADER_LIMIT = 16_000_000; // the format allows 100 MB
  private static final long WEIGHTS_LIMIT = 200_000_000; // more than any network of this program
  private static final int CHUNK = 1 << 16;

  private SafetensorsFile() {}

  /**
   * What was read of a file.
   *
   * @param texts the metadata
   * @param tensors those that were asked for, in the order of their data
   */
  public record Contents(Map<String, String> texts, List<Tensor> tensors) {}

  /** Replaces the file whole or not at all; values are written as they are, in float32. */
  public static void write(Path file, List<Tensor> tensors) throws IOException {
    write(file, Map.of(), tensors);
  }

  /** The same with texts in the header. */
  public static void write(Path file, Map<String, String> texts, List<Tensor> tensors)
      throws IOException {
    write(file, texts, tensors, List.of());
  }

  /** The same with masks behind the tensors, in a byte for each place. */
  public static void write(
      Path file, Map<String, String> texts, List<Tensor> tensors, List<Mask> masks)
      throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("format", "pt");
    all.putAll(texts);
    byte[] json =
        padded(SafetensorsHeader.json(all, tensors, masks)).getBytes(StandardCharsets.UTF_8);
    if (json.length > WRITTEN_HEADER_LIMIT) {
      throw new IOException("the header would have more than 1 MB");
    }
    AtomicFile.replace(file, channel -> write(channel, json, tensors, masks));
  }

  /**
   * Writes the tensors of a file into another, with more texts in the header.
   *
   * @throws InvalidConfig with one sentence when the first is not such a file
   */
  public static void copy(Path from, Path to, Map<String, String> more)
      throws IOException, InvalidConfig {
    Contents contents = read(from, WEIGHTS_LIMIT, name -> true);
    Map<String, String> texts = new LinkedHashMap<>(contents.texts());
    texts.putAll(more);
    write(to, texts, contents.tensors());
  }

  private static void write(
      FileChannel channel, byte[] json, List<Tensor> tensors, List<Mask> masks) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.max(CHUNK, Long.BYTES + json.length))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    for (Tensor tensor : tensors) {
      float[] values = tensor.values();
      for (int from = 0; from < values.length; ) {
        if (bytes.remaining() < Float.BYTES) {
          empty(bytes, channel);
        }
        int count = Math.min(values.length - from, bytes.remaining() / Float.BYTES);
        bytes.asFloatBuffer().put(values, from, count);
        bytes.position(bytes.position() + count * Float.BYTES);
        from += count;
      }
    }
    for (Mask mask : masks) {
      for (boolean[] row : mask.rows()) {
        for (boolean place : row) {
          if (!bytes.hasRemaining()) {
            empty(bytes, channel);
          }
          bytes.put((byte) (place ? 1 : 0));
        }
      }
    }
    empty(bytes, channel);
  }

  private static void empty(ByteBuffer bytes, FileChannel channel) throws IOException {
    bytes.flip();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    bytes.clear();
  }

  /** The data begin at a multiple of eight bytes, as other writers have it. */
  private static String padded(String json) {
    int rest = json.getBytes(StandardCharsets.UTF_8).length % Long.BYTES;
    return rest == 0 ? json : json + " ".repeat(Long.BYTES - rest);
  }

  /**
   * All tensors of a file, in the order of their data.
   *
   * @throws InvalidConfig with one sentence when it is not such a file, or one with other types
   *     than F16, BF16, F32 and F64 (which is rounded)
   */
  public static List<Tensor> read(Path file) throws InvalidConfig {
    return read(file, WEIGHTS_LIMIT, name -> true).tensors();
  }

  /**
   * The texts and some tensors of a file; the others are not even looked at.
   *
   * @param limit how many bytes the file may have
   * @param wanted by name
   * @throws InvalidConfig as the other method
   */
  public static Contents read(Path file, long limit, Predicate<String> wanted)
      throws InvalidConfig {
    if (!Files.isRegularFile(file)) {
      throw new InvalidConfig("", "there is no such file");
    }
    try {
      FileBytes bytes = FileBytes.of(file);
      if (bytes.length() > limit) {
        throw new InvalidConfig(
            "",
            String.format(Locale.ROOT, "has %,d bytes, but at most %,d", bytes.length(), limit));
      }
      FileContents opened = open(bytes);
      List<Tensor> tensors = new ArrayList<>();
      for (StoredArray array : opened.arrays()) {
        if (wanted.test(array.name())) {
          tensors.add(array.tensor());
        }
      }
      return new Contents(opened.texts(), tensors);
    } catch (IOException e) {
      throw new InvalidConfig("", "the file cannot be read: " + AtomicFile.reason(e));
    }
  }

  /**
   * A file with all it lists; only its header is read.
   *
   * @throws InvalidConfig with one sentence when it is not such a file
   */
  static FileContents open(FileBytes file) throws InvalidConfig, IOException {
    long size = file.length();
    if (size < Long.BYTES) {
      throw SafetensorsHeader.notSafetensors("it is shorter than the length of a header");
    }
    long length =
        ByteBuffer.wrap(file.read(0, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > size - Long.BYTES) {
      throw SafetensorsHeader.notSafetensors(
          "its header would have " + length + " bytes, and the file has " + size);
    }
    if (length > HEADER_LIMIT) {
      throw new InvalidConfig(
          "",
          String.format(
              Locale.ROOT,
              "its header has %,d bytes, and Grokscope reads headers of at most %,d",
              length,
              HEADER_LIMIT));
    }
    FileBytes data = file.piece(Long.BYTES + length, size - Long.BYTES - length);
    SafetensorsHeader header =
        SafetensorsHeader.read(text(file.read(Long.BYTES, (int) length)), data.length());
    List<StoredArray> arrays = new ArrayList<>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      FileBytes place = data.piece(entry.from(), entry.to() - entry.from());
      ArrayView view = ArrayView.dense(place, entry.shape());
      arrays.add(
          StoredArray.of(
              entry.name(), entry.part(), entry.type(), entry.typeName(), entry.shape(), view));
    }
    return new FileContents("a safetensors file", header.texts(), List.copyOf(arrays), Map.of());
  }

  private static String text(byte[] bytes) throws InvalidConfig {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw SafetensorsHeader.notSafetensors("its header is not UTF-8 text");
    }
  }
}
