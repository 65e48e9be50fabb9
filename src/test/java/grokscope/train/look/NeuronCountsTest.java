package grokscope.train.look;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.snapshot.NeuronMaps;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeuronCountsTest {
  @Test
  void countsNeuronsWithOneFrequencyAndDeadOnes() {
    NeuronMaps maps =
        new NeuronMaps(
            0,
            1,
            1,
            new byte[5],
            new float[5],
            new float[5],
            new int[] {14, 3, 14, 0, 3},
            new float[] {0.85f, 0.99f, 0.9f, 0, 0.84f},
            false,
            0,
            new float[1]);
    NeuronCounts counts = NeuronCounts.of(maps);
    assertThat(counts.perFrequency()).isEqualTo(Map.of(3, 1, 14, 2));
    assertThat(counts.dead()).isEqualTo(1);
    assertThat(counts.all()).isEqualTo(5);
  }
}
