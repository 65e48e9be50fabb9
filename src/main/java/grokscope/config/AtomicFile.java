package grokscope.config;

import grokscope.config.knob.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Text files that are read whole, up to a limit, and replaced whole or not at all. Stateless, any
 * thread.
 */
public final class AtomicFile {
  /** More than this is refused before it is read: no config or preset comes near. */
  static final int LIMIT = 1 << 20;

  private static final String DRAFT = ".draft-";
  private static final String DRAFT_END = ".tmp";

  /** What drafts of files are called that were never finished, as a pattern for file names. */
  public static final String DRAFTS = DRAFT + "*" + DRAFT_END;

  private AtomicFile() {}

  /** Writes what a file shall hold. */
  @FunctionalInterface
  public interface Content {
    /** Writes it all from the channel's beginning. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * The text of a file.
   *
   * @throws InvalidConfig when there is no such file, or it cannot be a small text file
   */
  public static String read(Path file) throws InvalidConfig {
    if (!Files.exists(file)) {
      throw new InvalidConfig("", "there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new InvalidConfig("", "this is a folder, but must be a JSON file");
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidConfig("", "this is not a regular file");
    }
    try {
      refuseAbove(Files.size(file));
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(LIMIT + 1); // it may have grown since
      }
      refuseAbove(bytes.length);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidConfig("", "this is not UTF-8 text");
    } catch (IOException e) {
      throw new InvalidConfig("", "the file cannot be read: " + reason(e));
    }
  }

  /**
   * Replaces a file's text. A reader, even after a power cut, finds the old text or the new one,
   * never a part.
   */
  public static void replace(Path file, String text) throws IOException {
    replace(file, StandardCharsets.UTF_8.encode(text));
  }

  /** The same with bytes, from the buffer's position to its limit. */
  public static void replace(Path file, ByteBuffer bytes) throws IOException {
    replace(
        file,
        channel -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  /** The same with a content that need not be in memory at once. */
  public static void replace(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, DRAFT, DRAFT_END);
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Writes a new file. */
  @FunctionalInterface
  public interface Draft<E extends Exception> {
    /** Writes it all into a file that does not exist yet. */
    void write(Path draft) throws IOException, E;
  }

  /**
   * Makes a file of any kind, whole or not at all. Unlike {@link #replace(Path, String)}, it does
   * not outlast a power cut in any case.
   *
   * @param file must not exist; its folder is made where there is none
   * @throws FileAlreadyExistsException when there is such a file, which stays as it is
   */
  public static <E extends Exception> void create(Path file, Draft<E> content)
      throws IOException, E {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    make(file, content); // does not replace what has come to be there meanwhile
  }

  /** The same in place of a file that may be there, which stays as it is until then. */
  public static <E extends Exception> void createAnew(Path file, Draft<E> content)
      throws IOException, E {
    make(file, content, StandardCopyOption.REPLACE_EXISTING);
  }

  private static <E extends Exception> void make(Path file, Draft<E> content, CopyOption... options)
      throws IOException, E {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, DRAFT, DRAFT_END);
    try {
      Files.delete(draft); // only its name was wanted: nobody else may read what it was made with
      content.write(draft);
      Files.move(draft, file, options);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Why a file was not made, in one sentence that names it. */
  public static InvalidConfig refusal(Path file, IOException e) {
    if (!(e instanceof FileAlreadyExistsException there)) {
      return new InvalidConfig("", "the file cannot be written: " + reason(e)).in(file.toString());
    }
    String why =
        Files.exists(file)
            ? "the file already exists, and is not overwritten"
            : "the file cannot be written: " + there.getFile() + " is a file, but must be a folder";
    return new InvalidConfig("", why).in(file.toString());
  }

  /** Why reading or writing failed, in words. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    // The message of these begins with the whole path, which may be long.
    String message =
        e instanceof FileSystemException named && named.getReason() != null
            ? named.getReason()
            : e.getMessage();
    return message == null ? e.getClass().getSimpleName() : Messages.clipped(message, 160);
  }

  private static void refuseAbove(long size) throws InvalidConfig {
    if (size > LIMIT) {
      throw new InvalidConfig(
          "",
          String.format(
              Locale.ROOT,
              "the file has %.1f MB, but must have at most 1 MB",
              size / (double) LIMIT));
    }
  }
}
