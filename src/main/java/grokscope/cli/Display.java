package grokscope.cli;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether a window can be opened, without trying: a toolkit that fails half-way takes the
 * program with it. Immutable, any thread.
 */
public final class Display {
  private static final String[] LIBRARIES = {"libgtk-3.so.0", "libXtst.so.6"};

  private final String system;
  private final String platform;
  private final Map<String, String> environment;
  private final Path root;

  /**
   * A look at a machine.
   *
   * @param system the name of the operating system
   * @param platform the toolkit's platform if one was forced, which may need no screen; or empty
   * @param root where the file system begins
   */
  public Display(String system, String platform, Map<String, String> environment, Path root) {
    this.system = system;
    this.platform = platform;
    this.environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    this.root = root;
  }

  /** A look at this machine. */
  public static Display here() {
    return new Display(
        System.getProperty("os.name", ""),
        System.getProperty("glass.platform", ""),
        System.getenv(),
        Path.of("/"));
  }

  /** Why no window can be opened, as the start of a sentence; empty when one can. */
  public Optional<String> missing() {
    boolean forced = !platform.isEmpty() && !platform.equalsIgnoreCase("gtk");
    if (forced || !system.toLowerCase(Locale.ROOT).contains("linux")) {
      return Optional.empty();
    }
    String display = environment.getOrDefault("DISPLAY", "");
    if (display.isEmpty()) {
      return Optional.of(
          environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
              ? "There is no display (DISPLAY is not set)"
              : "There is no X display (only Wayland, without XWayland)");
    }
    if (isLocal(display) && !answers(display)) {
      return Optional.of("No display responds at " + display);
    }
    for (String library : LIBRARIES) {
      if (isKnownToBeMissing(library)) {
        return Optional.of("The library " + library + " is not installed");
      }
    }
    return Optional.empty();
  }

  private static boolean isLocal(String display) {
    return display.matches(":[0-9]+(\\.[0-9]+)?");
  }

  private boolean answers(String display) {
    String socket = "tmp/.X11-unix/X" + display.replaceAll("^:|\\..*$", "");
    try (SocketChannel channel =
        SocketChannel.open(UnixDomainSocketAddress.of(root.resolve(socket)))) {
      return channel.isConnected();
    } catch (IOException | UnsupportedOperationException e) {
      // Linux also has sockets without a file; they are listed, and cannot be opened from here.
      return contains(root.resolve("proc/net/unix"), "@/" + socket + "\n");
    }
  }

  /** True only where the system keeps a list of its libraries and this one is not on it. */
  private boolean isKnownToBeMissing(String library) {
    Path list = root.resolve("etc/ld.so.cache");
    if (!Files.isReadable(list) || contains(list, library)) {
      return false;
    }
    for (String folder : environment.getOrDefault("LD_LIBRARY_PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.exists(Path.of(folder, library))) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(Path file, String words) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
    } catch (IOException e) {
      return false;
    }
  }
}
