package grokscope.run.format.pickle;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of PyTorch and NumPy for types of numbers, as the safetensors format writes them; what
 * that format has no word for keeps its own. Stateless, any thread.
 */
public final class TypeWords {
  /** The type of a storage of bytes, whose numbers are of the type that a tensor says. */
  static final String UNTYPED = "UNTYPED";

  private static final Pattern NUMPY = Pattern.compile("[<>|=]?([fiu?b])([1248]?)");

  private TypeWords() {}

  /** Of a class of storages, whatever device it was on. */
  static String storage(PyGlobal type) {
    return switch (type.name()) {
      case "HalfStorage" -> "F16";
      case "BFloat16Storage" -> "BF16";
      case "FloatStorage" -> "F32";
      case "DoubleStorage" -> "F64";
      case "CharStorage" -> "I8";
      case "ShortStorage" -> "I16";
      case "IntStorage" -> "I32";
      case "LongStorage" -> "I64";
      case "ByteStorage" -> "U8";
      case "BoolStorage" -> "BOOL";
      case "ComplexFloatStorage" -> "C64";
      case "ComplexDoubleStorage" -> "C128";
      case "UntypedStorage", "_UntypedStorage" -> UNTYPED;
      default -> type.name().replaceFirst("Storage$", "").toLowerCase(Locale.ROOT);
    };
  }

  /** Of {@code torch.float32} and the like. */
  static String tensor(PyGlobal type) {
    return switch (type.name()) {
      case "float16", "half" -> "F16";
      case "bfloat16" -> "BF16";
      case "float32", "float" -> "F32";
      case "float64", "double" -> "F64";
      case "int8" -> "I8";
      case "int16" -> "I16";
      case "int32" -> "I32";
      case "int64" -> "I64";
      case "uint8" -> "U8";
      case "uint16" -> "U16";
      case "uint32" -> "U32";
      case "uint64" -> "U64";
      case "bool" -> "BOOL";
      default -> type.name();
    };
  }

  /** Of a code such as {@code <f4}, {@code i8} or {@code b1}. */
  public static String numpy(String code) {
    Matcher found = NUMPY.matcher(code);
    if (!found.matches()) {
      return code;
    }
    String size = found.group(2);
    String kind = found.group(1);
    if (kind.equals("?") || (kind.equals("b") && size.equals("1"))) {
      return "BOOL";
    }
    if (size.isEmpty() || kind.equals("b") || (kind.equals("f") && size.equals("1"))) {
      return code;
    }
    return kind.toUpperCase(Locale.ROOT) + 8 * Integer.parseInt(size);
  }

  /** How many bytes a number of a type takes; 0 where it is not known. */
  static int bytes(String type) {
    return switch (type) {
      case "BOOL", "I8", "U8", UNTYPED, "qint8", "quint8" -> 1;
      case "F16", "BF16", "I16", "U16" -> 2;
      case "F32", "I32", "U32", "qint32" -> 4;
      case "F64", "I64", "U64", "C64" -> 8;
      case "C128" -> 16;
      default -> 0;
    };
  }
}
