package grokscope.run.format;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.knob.Messages;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a safetensors file says: the type, the shape and the place of every tensor,
 * without gaps or overlaps, and some texts. One of the texts is a JSON object that says what each
 * matrix of weights is in its network; where it is missing, names tell. Immutable, any thread.
 *
 * @param texts the metadata
 * @param entries in the order of their data
 */
record SafetensorsHeader(Map<String, String> texts, List<Entry> entries) {
  private static final long LARGEST_OFFSET = 1L << 40;
  private static final String METADATA = "__metadata__";
  private static final String PARTS = "grokscope.parts";

  /**
   * Where a tensor lies among the data, and what it is.
   *
   * @param part what it is in a network
   * @param typeName the file's word for the type, also for one that is not known
   * @param from its first byte, counted from the end of the header
   * @param to the byte after its last
   */
  // A plain array on purpose: nothing compares entries.
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(
      String name, Part part, NumberType type, String typeName, int[] shape, long from, long to) {}

  /** The header of tensors that follow each other, and of masks behind them. */
  static String json(Map<String, String> texts, List<Tensor> tensors, List<Mask> masks) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      if (tensor.part() != Part.NONE) {
        parts.put(tensor.name(), tensor.part().word());
      }
    }
    Map<String, String> all = new LinkedHashMap<>(texts);
    if (!parts.isEmpty()) {
      all.put(PARTS, Json.line(parts));
    }
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(METADATA, all);
    long at = 0;
    for (Tensor tensor : tensors) {
      long end = at + Float.BYTES * (long) tensor.values().length;
      header.put(tensor.name(), entry(NumberType.F32, tensor.shape(), at, end));
      at = end;
    }
    for (Mask mask : masks) {
      long end = at + ArrayView.size(mask.shape());
      header.put(mask.name(), entry(NumberType.BOOL, mask.shape(), at, end));
      at = end;
    }
    return Json.line(header);
  }

  private static Map<String, Object> entry(NumberType type, int[] shape, long from, long to) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("dtype", type.word());
    entry.put("shape", shape);
    entry.put("data_offsets", List.of(from, to));
    return entry;
  }

  /**
   * Reads a header.
   *
   * @param dataBytes how many bytes follow it
   * @throws InvalidConfig with one sentence when the tensors do not fill these bytes
   */
  static SafetensorsHeader read(String json, long dataBytes) throws InvalidConfig {
    Map<String, @Nullable Object> object = object(json);
    Map<String, String> texts = texts(object.get(METADATA));
    String stored = texts.get(PARTS);
    Map<String, @Nullable Object> parts = stored == null ? Map.of() : Json.read(stored);
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Object> each : object.entrySet()) {
      if (!each.getKey().equals(METADATA)) {
        entries.add(entry(each.getKey(), each.getValue(), parts.get(each.getKey())));
      }
    }
    // By the end as well: an empty tensor may be listed after the one that begins where it is.
    entries.sort(Comparator.comparingLong(Entry::from).thenComparingLong(Entry::to));
    long at = 0;
    for (Entry entry : entries) {
      if (entry.from() != at) {
        throw notSafetensors(shown(entry.name()) + " does not begin where the data before it end");
      }
      at = entry.to();
    }
    if (at > dataBytes) {
      throw new InvalidConfig(
          "",
          "the file was not saved or copied to its end: its tensors have "
              + at
              + " bytes, but "
              + dataBytes
              + " follow the header");
    }
    if (at < dataBytes) {
      throw notSafetensors(
          "its tensors have " + at + " bytes, but " + dataBytes + " follow the header");
    }
    return new SafetensorsHeader(texts, List.copyOf(entries));
  }

  private static Map<String, @Nullable Object> object(String json) throws InvalidConfig {
    try {
      return Json.read(json);
    } catch (InvalidConfig e) {
      throw notSafetensors("in its header, " + e.getMessage().replaceFirst("\\.$", ""));
    }
  }

  private static Map<String, String> texts(@Nullable Object metadata) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (metadata instanceof Map<?, ?> map) {
      map.forEach(
          (name, text) -> {
            if (text instanceof String words) { // whatever else a writer put there is not ours
              texts.put((String) name, words);
            }
          });
    }
    return texts;
  }

  private static Entry entry(String name, @Nullable Object described, @Nullable Object part)
      throws InvalidConfig {
    if (!(described instanceof Map<?, ?> map)
        || !(map.get("shape") instanceof List<?> lengths)
        || !(map.get("data_offsets") instanceof List<?> offsets)
        || offsets.size() != 2) {
      throw notSafetensors("the header has no shape or no place for " + shown(name));
    }
    if (!(map.get("dtype") instanceof String typeName)) {
      throw notSafetensors("the header has no type for " + shown(name));
    }
    NumberType type = NumberType.of(typeName);
    int[] shape = new int[lengths.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = (int) whole(lengths.get(i), Integer.MAX_VALUE, name);
    }
    long from = whole(offsets.get(0), LARGEST_OFFSET, name);
    long to = whole(offsets.get(1), LARGEST_OFFSET, name);
    // Later versions of the format have types whose size is not known here.
    boolean known = type != NumberType.OTHER;
    if (to < from || (known && to - from != ArrayView.size(shape) * type.bytes())) {
      throw notSafetensors("the place of " + shown(name) + " does not fit its shape");
    }
    return new Entry(name, part(name, part), type, typeName, shape, from, to);
  }

  /** By the file's own word for it, which a later version of this program may have made up. */
  private static Part part(String name, @Nullable Object word) {
    return (word instanceof String said ? Part.of(said) : Optional.<Part>empty())
        .orElseGet(() -> NamedPart.of(name));
  }

  private static long whole(@Nullable Object value, long most, String name) throws InvalidConfig {
    if ((value instanceof Integer || value instanceof Long)
        && ((Number) value).longValue() >= 0
        && ((Number) value).longValue() <= most) {
      return ((Number) value).longValue();
    }
    throw notSafetensors("shape and place of " + shown(name) + " must be small whole numbers");
  }

  private static String shown(String name) {
    return Messages.clipped(name, 60);
  }

  static InvalidConfig notSafetensors(String why) {
    return new InvalidConfig("", "this is not a safetensors file: " + why);
  }
}
