package grokscope;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Spoils files in the ways in which disks, editors and hostile people do. One thread. */
public final class Damage {
  private static final List<String> WORDS =
      List.of(
          "null",
          "-1",
          "1e999",
          "-0.0",
          "NaN",
          "99999999999999999999",
          "2147483648",
          "9223372036854775807",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\"",
          ":",
          "\n",
          "\r\n",
          "\\n",
          "\\u2028",
          "\\u0000",
          "true",
          "\"\"",
          "[]",
          "{}",
          "\uFEFF",
          "🦉",
          "../../etc",
          "x".repeat(5000),
          "[".repeat(3000),
          "{\"a\":".repeat(3000),
          "9".repeat(3000));

  private final SplittableRandom random;

  public Damage(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The same file, spoilt once to four times, or now and then nothing but chance. */
  public byte[] of(byte[] good) {
    if (random.nextInt(20) == 0) {
      byte[] chance = new byte[random.nextInt(600)];
      random.nextBytes(chance);
      return chance;
    }
    byte[] bytes = good;
    int times = random.nextInt(1, 5);
    for (int i = 0; i < times; i++) {
      bytes = spoilt(bytes);
    }
    return bytes;
  }

  /** A number below a bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  private byte[] spoilt(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(40));
    return switch (random.nextInt(7)) {
      case 0 -> Arrays.copyOf(bytes, from);
      case 1 -> joined(bytes, from, new byte[0], to);
      case 2 -> joined(bytes, from, Arrays.copyOfRange(bytes, from, to), from);
      case 3 -> flipped(bytes);
      case 4 -> inHeader(bytes);
      case 5 -> joined(bytes, from, word(), from);
      default -> instead(bytes, from);
    };
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped(byte[] bytes) {
    byte[] other = bytes.clone();
    for (int i = 0; i < 3 && other.length > 0; i++) {
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return other;
  }

  /** Binary formats have their lengths in front. */
  private byte[] inHeader(byte[] bytes) {
    byte[] other = bytes.clone();
    if (other.length > 0) {
      other[random.nextInt(Math.min(16, other.length))] = (byte) random.nextInt(256);
    }
    return other;
  }

  /** Puts a word in the place of a number or word of the text. */
  private byte[] instead(byte[] bytes, int from) {
    int start = from;
    while (start < bytes.length && !Character.isLetterOrDigit(bytes[start])) {
      start++;
    }
    int end = start;
    while (end < bytes.length && (Character.isLetterOrDigit(bytes[end]) || bytes[end] == '.')) {
      end++;
    }
    return joined(bytes, start, word(), end);
  }

  private static byte[] joined(byte[] bytes, int from, byte[] between, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(between);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
