package grokscope.run.format;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.run.format.bytes.ArrayBytes;
import grokscope.run.format.bytes.ZipArchive;
import grokscope.run.format.bytes.ZipMember;
import grokscope.run.format.pickle.PickledArray;
import grokscope.run.format.pickle.TypeWords;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arrays as NumPy saves them: one in a file, or a zip archive of such files. Stateless, any thread.
 */
final class NumpyFile {
  private static final int PREFIX = 12;
  private static final int LONGEST_HEADER = 1 << 16;
  private static final int LONGEST_SHOWN = 60;
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']{1,20})'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*True");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, L]{0,400})\\)");

  private NumpyFile() {}

  /** The arrays of an archive by the names of its files. */
  static FileContents archive(ZipArchive archive) throws InvalidConfig, IOException {
    List<StoredArray> arrays = new ArrayList<>();
    for (Map.Entry<String, ZipMember> member : archive.members().entrySet()) {
      arrays.add(array(member.getKey().replaceFirst("\\.npy$", ""), member.getValue()));
    }
    return new FileContents("a file of NumPy arrays", Map.of(), List.copyOf(arrays), Map.of());
  }

  /** The array of a file. */
  static FileContents open(ArrayBytes file) throws InvalidConfig, IOException {
    return new FileContents("a NumPy array", Map.of(), List.of(array("array", file)), Map.of());
  }

  private static StoredArray array(String name, ArrayBytes file) throws InvalidConfig, IOException {
    byte[] prefix = file.read(0, PREFIX);
    if (prefix.length < PREFIX
        || !new String(prefix, 1, 5, StandardCharsets.US_ASCII).equals("NUMPY")) {
      throw damaged(name);
    }
    int lengthBytes = prefix[6] == 1 ? 2 : 4;
    int length = 0;
    for (int i = 0; i < lengthBytes; i++) {
      length |= (prefix[8 + i] & 0xff) << (8 * i);
    }
    if (length < 0 || length > LONGEST_HEADER || length > file.length() - 8 - lengthBytes) {
      throw damaged(name);
    }
    int data = 8 + lengthBytes + length;
    byte[] bytes = file.read(0, data);
    String header = new String(bytes, 8 + lengthBytes, length, StandardCharsets.ISO_8859_1);
    return described(name, header, file, data);
  }

  private static StoredArray described(String name, String header, ArrayBytes file, int data)
      throws InvalidConfig {
    Matcher type = TYPE.matcher(header);
    Matcher lengths = SHAPE.matcher(header);
    if (!lengths.find()) {
      throw damaged(name);
    }
    int[] shape = shape(name, lengths.group(1));
    String code = type.find() ? type.group(1) : "of fields";
    NumberType known = NumberType.of(TypeWords.numpy(code));
    if (known == NumberType.OTHER) {
      return StoredArray.closed(name, code, shape);
    }
    long[] strides = PickledArray.strides(shape, FORTRAN.matcher(header).find());
    ByteOrder order = code.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ArrayView view = new ArrayView(file, order, data / known.bytes(), strides);
    if (data % known.bytes() != 0 || !view.fits(known, shape)) {
      throw damaged(name);
    }
    return StoredArray.of(name, NamedPart.of(name), known, known.word(), shape, view);
  }

  private static int[] shape(String name, String lengths) throws InvalidConfig {
    List<String> words =
        Pattern.compile(",").splitAsStream(lengths.replaceAll("[ L]", "")).toList();
    int[] shape = new int[words.size()];
    try {
      for (int i = 0; i < shape.length; i++) {
        shape[i] = Integer.parseInt(words.get(i));
      }
    } catch (NumberFormatException e) {
      throw damaged(name);
    }
    return shape;
  }

  private static InvalidConfig damaged(String name) {
    return new InvalidConfig(
        Messages.clipped(name, LONGEST_SHOWN), "is not a NumPy array, or a damaged one");
  }
}
