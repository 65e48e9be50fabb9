package grokscope.run.format.bytes;

import grokscope.config.InvalidConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The list of files in a zip archive, also of a large one, read from its end. The class library has
 * one of its own that does not say where the data of a file are, without which each array would
 * cost another reading of the list. Immutable, any thread.
 *
 * @param members by name, in the order of the list
 */
public record ZipArchive(Map<String, ZipMember> members) {
  private static final int END = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int LOCATOR = 20;
  private static final int LARGE_END = 56;
  private static final int ENTRY = 46;
  private static final int LONGEST_LIST = 64_000_000;
  private static final int MOST_MEMBERS = 200_000;
  private static final int MOST_PACKED = 1100; // bytes out of one, more than any packer reaches
  private static final long UNKNOWN = 0xffff_ffffL;

  /**
   * The archive that a file is.
   *
   * @throws InvalidConfig with one sentence when it has no list, or an impossible one
   */
  public static ZipArchive open(ArrayBytes file) throws InvalidConfig, IOException {
    ByteBuffer list = list(file);
    Map<String, ZipMember> members = new LinkedHashMap<>();
    while (list.remaining() >= ENTRY && list.getInt(list.position()) == 0x02014b50) {
      if (members.size() == MOST_MEMBERS) {
        throw new InvalidConfig(
            "", "its zip archive holds more than " + MOST_MEMBERS + " files, which is too many");
      }
      int at = list.position();
      int nameBytes = list.getShort(at + 28) & 0xffff;
      int extraBytes = list.getShort(at + 30) & 0xffff;
      int next = ENTRY + nameBytes + extraBytes + (list.getShort(at + 32) & 0xffff);
      if (list.remaining() < next) {
        throw damaged();
      }
      String name = StandardCharsets.UTF_8.decode(slice(list, at + ENTRY, nameBytes)).toString();
      ByteBuffer extra = slice(list, at + ENTRY + nameBytes, extraBytes);
      members.put(name, member(file, slice(list, at, ENTRY), extra));
      list.position(at + next);
    }
    return new ZipArchive(members);
  }

  /** The bytes of the list. */
  private static ByteBuffer list(ArrayBytes file) throws InvalidConfig, IOException {
    int tailBytes = (int) Math.min(file.length(), END + LONGEST_COMMENT + LOCATOR);
    long tailAt = file.length() - tailBytes;
    ByteBuffer tail = buffer(file.read(tailAt, tailBytes));
    int end = tail.limit() - END;
    while (end >= 0 && tail.getInt(end) != 0x06054b50) {
      end--;
    }
    if (end < 0) {
      throw new InvalidConfig(
          "", "this is a zip archive without an end, as of a file that was not saved to the end");
    }
    long bytes = tail.getInt(end + 12) & UNKNOWN;
    long at = tail.getInt(end + 16) & UNKNOWN;
    if (end >= LOCATOR && tail.getInt(end - LOCATOR) == 0x07064b50) {
      long large = tail.getLong(end - LOCATOR + 8);
      ByteBuffer record =
          buffer(large < 0 ? new byte[0] : file.read(Math.min(large, file.length()), LARGE_END));
      if (record.limit() < LARGE_END || record.getInt(0) != 0x06064b50) {
        throw damaged();
      }
      bytes = record.getLong(40);
      at = record.getLong(48);
    }
    if (bytes < 0 || at < 0 || bytes > file.length() || at > file.length() - bytes) {
      throw damaged();
    }
    if (bytes > LONGEST_LIST) {
      throw new InvalidConfig("", "its zip archive has a list of more than 64 MB");
    }
    return buffer(file.read(at, (int) bytes));
  }

  private static ZipMember member(ArrayBytes file, ByteBuffer entry, ByteBuffer extra)
      throws InvalidConfig {
    int method = entry.getShort(10);
    long stored = entry.getInt(20) & UNKNOWN;
    long length = entry.getInt(24) & UNKNOWN;
    long header = entry.getInt(42) & UNKNOWN;
    if (length == UNKNOWN || stored == UNKNOWN || header == UNKNOWN) {
      ByteBuffer large = large(extra);
      length = length == UNKNOWN ? next(large) : length;
      stored = stored == UNKNOWN ? next(large) : stored;
      header = header == UNKNOWN ? next(large) : header;
    }
    boolean encrypted = (entry.getShort(8) & 1) != 0;
    if (encrypted || (method != 0 && method != 8)) {
      throw new InvalidConfig(
          "", "its zip archive is encrypted or packed in a way that Grokscope does not read");
    }
    if (stored < 0
        || length < 0
        || header < 0
        || stored > file.length()
        || header > file.length() - stored
        || (method == 0 ? length != stored : length / MOST_PACKED > stored)) {
      throw damaged();
    }
    return new ZipMember(file, header, stored, length, entry.getInt(16) & UNKNOWN, method == 8);
  }

  /** The sizes that do not fit into the entry itself. */
  private static ByteBuffer large(ByteBuffer extra) {
    while (extra.remaining() >= 4) {
      int id = extra.getShort();
      int bytes = Math.min(extra.getShort() & 0xffff, extra.remaining());
      if (id == 1) {
        return slice(extra, extra.position(), bytes);
      }
      extra.position(extra.position() + bytes);
    }
    return buffer(new byte[0]);
  }

  private static long next(ByteBuffer sizes) throws InvalidConfig {
    if (sizes.remaining() < Long.BYTES) {
      throw damaged();
    }
    return sizes.getLong();
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer slice(ByteBuffer buffer, int at, int bytes) {
    return buffer.slice(at, bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static InvalidConfig damaged() {
    return new InvalidConfig("", "this is a damaged zip archive");
  }

  /** A file of the archive. */
  public Optional<ZipMember> member(String name) {
    return Optional.ofNullable(members.get(name));
  }
}
