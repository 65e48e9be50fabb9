package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines with and without a screen. */
class DisplayTest {
  @TempDir private Path root;

  private Display linux(Map<String, String> environment) {
    return new Display("Linux", "", environment, root);
  }

  @Test
  void otherSystemsAlwaysHaveOne() {
    assertThat(new Display("Mac OS X", "", Map.of(), root).missing()).isEmpty();
    assertThat(new Display("Linux", "Monocle", Map.of(), root).missing()).isEmpty();
  }

  @Test
  void withoutAVariableThereIsNone() {
    assertThat(linux(Map.of()).missing()).contains("There is no display (DISPLAY is not set)");
    assertThat(linux(Map.of("WAYLAND_DISPLAY", "wayland-0")).missing())
        .hasValueSatisfying(words -> assertThat(words).contains("Wayland"));
  }

  @Test
  void aDisplayMustAnswer() throws IOException {
    assertThat(linux(Map.of("DISPLAY", ":3")).missing()).contains("No display responds at :3");
    Path socket = root.resolve("tmp/.X11-unix/X3");
    Files.createDirectories(socket.getParent());
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertThat(linux(Map.of("DISPLAY", ":3")).missing()).isEmpty();
      assertThat(linux(Map.of("DISPLAY", ":3.0")).missing()).isEmpty();
    }
    assertThat(linux(Map.of("DISPLAY", "elsewhere:10.0")).missing()).isEmpty();
  }

  @Test
  void theLibrariesMustBeThereWhereTheSystemKeepsAList() throws IOException {
    Map<String, String> screen = Map.of("DISPLAY", "elsewhere:0");
    Path list = root.resolve("etc/ld.so.cache");
    Files.createDirectories(list.getParent());
    Files.writeString(list, "libXtst.so.6\0libc.so.6\0");
    assertThat(linux(screen).missing()).contains("The library libgtk-3.so.0 is not installed");
    Files.writeString(list, "libXtst.so.6\0libgtk-3.so.0\0");
    assertThat(linux(screen).missing()).isEmpty();
  }
}
