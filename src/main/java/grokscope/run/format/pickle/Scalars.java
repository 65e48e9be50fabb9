package grokscope.run.format.pickle;

import grokscope.config.InvalidConfig;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The opcodes of a pickle that stand for one value. One thread. */
final class Scalars {
  private static final int LONGEST_NUMBER = 100; // characters, or bytes

  private final PickleInput input;

  Scalars(PickleInput input) {
    this.input = input;
  }

  /**
   * The value of an opcode: {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean},
   * {@code String}, {@link PyBytes} or {@link PyNone}.
   */
  Object value(int opcode) throws InvalidConfig, IOException {
    return switch (opcode) {
      case 'N' -> PyNone.NONE;
      case 0x88 -> true;
      case 0x89 -> false;
      case 'I' -> textInt(shortLine());
      case 'L' -> whole(shortLine().replaceFirst("L$", ""));
      case 'F' -> real(shortLine());
      case 'G' -> Double.longBitsToDouble(Long.reverseBytes(input.number(8)));
      case 'J' -> (long) (int) input.number(4);
      case 'K' -> input.number(1);
      case 'M' -> input.number(2);
      case 0x8a -> whole(input.number(1));
      case 0x8b -> whole(input.number(4));
      case 'S' -> quoted(input.line());
      case 'V' -> Escapes.unicode(input.line());
      case 'X' -> input.text(input.number(4));
      case 0x8c -> input.text(input.number(1));
      case 0x8d -> input.text(input.number(8));
      // Text of Python 2, or bytes: one character for each byte either way.
      case 'T' -> new String(input.bytes(input.number(4)), StandardCharsets.ISO_8859_1);
      case 'U' -> new String(input.bytes(input.number(1)), StandardCharsets.ISO_8859_1);
      case 'B' -> new PyBytes(input.bytes(input.number(4)));
      case 'C' -> new PyBytes(input.bytes(input.number(1)));
      case 0x8e, 0x96 -> new PyBytes(input.bytes(input.number(8)));
      default -> throw input.damaged("an unknown instruction, " + opcode);
    };
  }

  /** The number of a remembered value as text. */
  long index() throws InvalidConfig, IOException {
    return whole(shortLine()) instanceof Long index ? index : -1;
  }

  private String shortLine() throws InvalidConfig, IOException {
    String line = input.line();
    if (line.length() > LONGEST_NUMBER) {
      throw input.damaged("a number of " + line.length() + " digits");
    }
    return line;
  }

  private Object textInt(String digits) throws InvalidConfig {
    return switch (digits) {
      case "00" -> false;
      case "01" -> true;
      default -> whole(digits);
    };
  }

  private Object whole(String digits) throws InvalidConfig {
    try {
      return reduced(new BigInteger(digits));
    } catch (NumberFormatException e) {
      throw input.damaged("a number without digits");
    }
  }

  /** A two's complement number of so many bytes, the lowest first. */
  private Object whole(long bytes) throws InvalidConfig, IOException {
    if (bytes > LONGEST_NUMBER) {
      throw input.damaged("a number of " + bytes + " bytes");
    }
    byte[] read = input.bytes(bytes);
    byte[] highestFirst = new byte[read.length + 1];
    for (int i = 0; i < read.length; i++) {
      highestFirst[read.length - i] = read[i];
    }
    highestFirst[0] = (byte) (read.length > 0 && read[read.length - 1] < 0 ? -1 : 0);
    return reduced(new BigInteger(highestFirst));
  }

  private static Object reduced(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  private Object real(String digits) throws InvalidConfig {
    try {
      return switch (digits) {
        case "nan" -> Double.NaN;
        case "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(digits);
      };
    } catch (NumberFormatException e) {
      throw input.damaged("a number without digits");
    }
  }

  private String quoted(String line) throws InvalidConfig {
    char quote = line.isEmpty() ? 0 : line.charAt(0);
    if (line.length() < 2 || quote != line.charAt(line.length() - 1) || "'\"".indexOf(quote) < 0) {
      throw input.damaged("a text without quotes");
    }
    return Escapes.python(line.substring(1, line.length() - 1));
  }
}
