package grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parameters as others name and shape them. */
class TensorFormTest {
  private final Backend backend = new CpuBackend(1);
  private final TensorForm form = new TensorForm(2);

  /** A parameter whose values are 0, 1, 2, … */
  private Parameters counted(Part part, int rows, int columns) {
    Parameters parameters = new Parameters(backend, 1, new SplittableRandom(1));
    parameters.normal(part, "anything", rows, columns, 0);
    parameters
        .list()
        .get(0)
        .value()
        .set(IntStream.range(0, rows * columns).asDoubleStream().toArray());
    return parameters;
  }

  private Tensor tensor(Part part, int rows, int columns) {
    return form.copy(counted(part, rows, columns)).get(0);
  }

  @Test
  void aHeadOwnsColumnsOfItsQueries() {
    Tensor tensor = tensor(Part.QUERY, 2, 4);
    assertThat(tensor.shape()).containsExactly(2, 2, 2);
    assertThat(tensor.values()).containsExactly(0, 1, 4, 5, 2, 3, 6, 7);
  }

  @Test
  void aHeadOwnsRowsOfItsOutput() {
    Tensor tensor = tensor(Part.ATTENTION_OUT, 4, 3);
    assertThat(tensor.shape()).containsExactly(2, 2, 3);
    assertThat(tensor.values()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void biasesHaveOneDimensionAndTheRestAsItIs() {
    assertThat(tensor(Part.BIAS, 1, 5).shape()).containsExactly(5);
    assertThat(tensor(Part.EMBEDDING, 3, 2).shape()).containsExactly(3, 2);
  }

  @Test
  void writtenBackTheyAreTheSame() {
    for (Part part : List.of(Part.VALUE, Part.ATTENTION_OUT, Part.EMBEDDING)) {
      Tensor copied = tensor(part, 4, 4);
      Parameters other = counted(part, 4, 4);
      double[] before = other.list().get(0).value().toDoubles();
      other.list().get(0).value().set(new double[16]);
      form.write(copied, other.list().get(0));
      assertThat(other.list().get(0).value().toDoubles()).isEqualTo(before);
    }
  }
}
