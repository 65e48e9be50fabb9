package grokscope.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.PatientReader;
import grokscope.config.InvalidConfig;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measurements as they are read back; a patient reader holds time and memory to their bounds. */
class MetricsFileTest {
  private static final long MOST = 64L << 20;

  @TempDir private Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("metrics.csv"), text);
  }

  /** A header, and this line as often as the largest file can have it. */
  private Path full(String header, String line) throws Exception {
    Path file = folder.resolve("metrics.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(header + "\n");
      for (long left = MOST - header.length() - 1; left > line.length(); ) {
        out.write(line + "\n");
        left -= line.length() + 1;
      }
    }
    assertThat(Files.size(file)).isBetween(MOST - line.length() - 1, MOST);
    return file;
  }

  @Test
  void aColumnHasItsWordsWhereTheyAreKnown() throws Exception {
    Metric known = new Metric("b", "the b", "what it is");
    History read = MetricsFile.read(file("step,a,b\r\n3,,-1e-5\r\n4,NaN,7\r\n5,1"), List.of(known));
    assertThat(read.metrics()).containsExactly(new Metric("a", "a", ""), known);
    assertThat(read.steps(0)).containsExactly(3, 4);
    assertThat(read.values(0, 0)).containsExactly(Double.NaN, Double.NaN);
    assertThat(read.values(1, 0)).containsExactly(-1e-5, 7);
  }

  @Test
  void everyDoubleComesBackToTheLastBit() throws Exception {
    Random random = new Random(5);
    double[] written = random.longs(20_000).mapToDouble(Double::longBitsToDouble).toArray();
    StringBuilder text = new StringBuilder("step,a\n");
    for (int i = 0; i < written.length; i++) {
      text.append(i).append(',').append(written[i]).append('\n');
    }
    assertThat(MetricsFile.read(file(text.toString()), List.of()).values(0, 0))
        .containsExactly(written);
  }

  @Test
  void theLargestFileIsReadInALittleTimeAndMemory() throws Exception {
    Path file = full("step" + ",loss".repeat(15), "12345" + ",1.2345678901234567E-5".repeat(15));
    try (PatientReader reader = new PatientReader(InvalidConfig.class)) {
      reader.take(
          "64 MB",
          () -> assertThat(MetricsFile.read(file, List.of()).size()).isGreaterThan(190_000));
      assertThat(reader.refused()).isZero();
    }
  }

  @Test
  void aFileThatWouldFillTheMemoryIsRefused() throws Exception {
    try (PatientReader reader = new PatientReader(InvalidConfig.class)) {
      for (String header :
          List.of("step", "step,a", "step" + ",".repeat(60), "step" + ",".repeat(20_000))) {
        String cells = header.substring("step".length()).replace("a", "");
        Path file = full(header, "1" + cells);
        reader.take(header.length() + " columns", () -> MetricsFile.read(file, List.of()));
      }
      assertThat(reader.refused()).isEqualTo(4);
    }
    assertThatThrownBy(() -> MetricsFile.read(full("step,a", "1,2"), List.of()))
        .hasMessage(folder.resolve("metrics.csv") + ": the file has more than 7 million cells.");
    assertThatThrownBy(() -> MetricsFile.read(file("step" + "x".repeat(70_000)), List.of()))
        .hasMessageEndingWith("a line has more than 65536 characters.");
  }
}
