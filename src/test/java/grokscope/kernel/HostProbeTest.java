package grokscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostProbeTest {
  @TempDir private Path folder;

  private HostProbe probe(boolean needsAvx2, String flags) throws IOException {
    Path file = Files.writeString(folder.resolve("cpuinfo"), "model name\t: some\n" + flags);
    return new HostProbe(() -> needsAvx2, file);
  }

  @Test
  void aProcessorWithoutAvx2IsToldWhatToBuild() throws IOException {
    assertThat(probe(true, "flags\t\t: fpu sse4_2 avx avx512\n").problem())
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("AVX2", "-Dnd4j.classifier=linux-x86_64"));
  }

  @Test
  void whereItIsThereOrNotNeededOrNotKnownTheLibrariesAreTried() throws IOException {
    assertThat(probe(true, "flags\t\t: fpu avx avx2\n").problem()).isEmpty();
    assertThat(probe(false, "flags\t\t: fpu\n").problem()).isEmpty();
    assertThat(probe(true, "").problem()).isEmpty();
    assertThat(new HostProbe(() -> true, folder.resolve("none")).problem()).isEmpty();
  }
}
