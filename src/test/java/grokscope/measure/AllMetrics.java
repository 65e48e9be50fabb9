package grokscope.measure;

import grokscope.measure.fourier.NumberWeights;
import grokscope.task.CyclicSums;
import grokscope.task.TaskShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every metric that a run may have. */
public final class AllMetrics {
  private AllMetrics() {}

  /** Their ids, in the order of the columns. */
  public static List<String> ids() {
    TaskShape shape = TaskShape.ofTokens(7, 8, 2, 3, 49).answeredAt(8, 1);
    Applicability everything = new Applicability(Map.of());
    return Stream.of(
            Measures.of(shape, Optional.of(new CyclicSums(7, false)), NumberWeights.EMBEDDING),
            ThoroughMeasures.of(everything))
        .flatMap(List::stream)
        .map(measure -> measure.metric().id())
        .toList();
  }
}
