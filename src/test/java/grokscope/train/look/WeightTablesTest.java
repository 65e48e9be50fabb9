package grokscope.train.look;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.model.Parameters;
import grokscope.telemetry.Part;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Weights are found by what they are, whatever their network calls them. */
class WeightTablesTest {
  private final Backend backend = new CpuBackend(1);
  private final Parameters parameters = new Parameters(backend, 1, new SplittableRandom(1));
  private final WeightTables tables = new WeightTables(parameters);

  @AfterEach
  void close() {
    parameters.close();
    backend.close();
  }

  private void add(Part part, String name, int rows, int columns, double... values) {
    parameters.normal(part, name, rows, columns, 0);
    parameters.list().get(parameters.list().size() - 1).value().set(values);
  }

  @Test
  void aNetworkMayNameItsWeightsAsItLikes() {
    add(Part.EMBEDDING, "wordlist", 3, 2, 1, 2, 3, 4, 5, 6);
    add(Part.MLP_OUT, "back.0", 1, 2, 100, 100);
    add(Part.MLP_OUT, "back.1", 1, 2, 10, 1);
    assertThat(tables.embedding().values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(tables.logitMap().values()).as("tied, after the last").containsExactly(12, 34, 56);
    add(Part.UNEMBEDDING, "answers", 2, 2, 1, 2, 3, 4);
    assertThat(tables.logitMap().values()).as("a row per class").containsExactly(13, 24);
  }

  @Test
  void withoutAMatrixBetweenTheUnembeddingIsTheMap() {
    add(Part.UNEMBEDDING, "answers", 2, 3, 1, 2, 3, 4, 5, 6);
    assertThat(tables.logitMap().rows()).isEqualTo(3);
    assertThat(tables.logitMap().values()).containsExactly(1, 4, 2, 5, 3, 6);
  }
}
