package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.SmallFile;
import grokscope.telemetry.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Weights as a safetensors file: the length of a JSON header as eight little-endian bytes, the
 * header with the type, the shape and the place of every tensor, then the tensors themselves.
 * Stateless, any thread.
 *
 * <p>Reading believes nothing: every length is held against the size of the file before anything is
 * allocated, and the tensors must fill the rest of the file without gaps or overlaps.
 */
public final class SafetensorsFile {
  private static final int HEADER_LIMIT = 1 << 20;
  private static final long FILE_LIMIT = 200_000_000; // more than any network of this program
  private static final String METADATA = "__metadata__";

  private SafetensorsFile() {}

  /** Replaces the file whole or not at all; values are written as they are, in float32. */
  public static void write(Path file, List<Tensor> tensors) throws IOException {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(METADATA, Map.of("format", "pt"));
    long at = 0;
    for (Tensor tensor : tensors) {
      long end = at + Float.BYTES * (long) tensor.values().length;
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("dtype", "F32");
      entry.put("shape", tensor.shape());
      entry.put("data_offsets", List.of(at, end));
      header.put(tensor.name(), entry);
      at = end;
    }
    byte[] json = padded(Json.line(header)).getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(Long.BYTES + json.length + at))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    for (Tensor tensor : tensors) {
      for (float value : tensor.values()) {
        bytes.putFloat(value);
      }
    }
    SmallFile.replace(file, bytes.flip());
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
   *     than F32 and F64 (which is rounded)
   */
  public static List<Tensor> read(Path file) throws InvalidConfig {
    if (!Files.isRegularFile(file)) {
      throw new InvalidConfig("", "there is no such file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > FILE_LIMIT) {
        throw new InvalidConfig(
            "", String.format(Locale.ROOT, "has %,d bytes, but at most %,d", size, FILE_LIMIT));
      }
      if (size < Long.BYTES) {
        throw notSafetensors("it is shorter than the length of a header");
      }
      long header = piece(channel, 0, Long.BYTES).getLong();
      if (header < 2 || header > HEADER_LIMIT || header > size - Long.BYTES) {
        throw notSafetensors(
            "its header would have " + header + " bytes, and the file has " + size);
      }
      ByteBuffer json = piece(channel, Long.BYTES, (int) header);
      return tensors(channel, Long.BYTES + header, Json.read(text(json)));
    } catch (IOException e) {
      throw new InvalidConfig("", "the file cannot be read: " + SmallFile.reason(e));
    }
  }

  private static String text(ByteBuffer bytes) throws InvalidConfig {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw notSafetensors("its header is not a text in UTF-8");
    }
  }

  /** Where a tensor lies among the data, and what it is. */
  // A plain array on purpose: nothing compares entries.
  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(String name, int bytesPerValue, int[] shape, long from, long to) {}

  private static List<Tensor> tensors(FileChannel channel, long data, Map<String, Object> header)
      throws InvalidConfig, IOException {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Object> each : header.entrySet()) {
      if (!each.getKey().equals(METADATA)) {
        entries.add(entry(each.getKey(), each.getValue()));
      }
    }
    entries.sort((a, b) -> Long.compare(a.from(), b.from()));
    long at = 0;
    for (Entry entry : entries) {
      if (entry.from() != at) {
        throw notSafetensors(entry.name() + " does not begin where the data before it end");
      }
      at = entry.to();
    }
    if (data + at != channel.size()) {
      throw notSafetensors(
          "its tensors have "
              + at
              + " bytes, but "
              + (channel.size() - data)
              + " follow the header");
    }
    List<Tensor> tensors = new ArrayList<>();
    for (Entry entry : entries) {
      ByteBuffer bytes = piece(channel, data + entry.from(), (int) (entry.to() - entry.from()));
      float[] values = new float[bytes.remaining() / entry.bytesPerValue()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            entry.bytesPerValue() == Float.BYTES ? bytes.getFloat() : (float) bytes.getDouble();
      }
      tensors.add(new Tensor(entry.name(), entry.shape(), values));
    }
    return tensors;
  }

  private static Entry entry(String name, Object described) throws InvalidConfig {
    if (!(described instanceof Map<?, ?> map)
        || !(map.get("shape") instanceof List<?> lengths)
        || !(map.get("data_offsets") instanceof List<?> offsets)
        || offsets.size() != 2) {
      throw notSafetensors("the header says neither shape nor place of " + shown(name));
    }
    Object type = map.get("dtype");
    if (!"F32".equals(type) && !"F64".equals(type)) {
      throw new InvalidConfig(
          shown(name),
          "is of the type " + shown(String.valueOf(type)) + ", but must be F32 or F64");
    }
    int bytes = "F32".equals(type) ? Float.BYTES : Double.BYTES;
    long count = 1;
    int[] shape = new int[lengths.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = (int) whole(lengths.get(i), Integer.MAX_VALUE, name);
      count = Math.min(count * shape[i], FILE_LIMIT); // no overflow: both are below 2³¹
    }
    long from = whole(offsets.get(0), FILE_LIMIT, name);
    long to = whole(offsets.get(1), FILE_LIMIT, name);
    if (to - from != count * bytes) {
      throw notSafetensors("the place of " + shown(name) + " does not fit its shape");
    }
    return new Entry(name, bytes, shape, from, to);
  }

  private static long whole(Object value, long most, String name) throws InvalidConfig {
    if ((value instanceof Integer || value instanceof Long)
        && ((Number) value).longValue() >= 0
        && ((Number) value).longValue() <= most) {
      return ((Number) value).longValue();
    }
    throw notSafetensors("shape and place of " + shown(name) + " must be small whole numbers");
  }

  private static ByteBuffer piece(FileChannel channel, long from, int length)
      throws IOException, InvalidConfig {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw notSafetensors("it ends too early");
      }
    }
    return bytes.flip();
  }

  private static String shown(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }

  private static InvalidConfig notSafetensors(String why) {
    return new InvalidConfig("", "this is not a safetensors file: " + why);
  }
}
