package grokscope.optim;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.model.Parameter;
import grokscope.model.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What an update does to each parameter, spread over the lanes by the parameters' sizes. Trainer
 * thread only; a lane works on its own share.
 */
final class LaneShares<T> {
  private final Backend backend;
  private final List<List<T>> perLane = new ArrayList<>();

  /** One item for each parameter. */
  LaneShares(Backend backend, Parameters parameters, Function<Parameter, T> item) {
    this.backend = backend;
    long[] load = new long[backend.lanes()];
    for (int lane = 0; lane < load.length; lane++) {
      perLane.add(new ArrayList<>());
    }
    for (Parameter parameter : parameters.list()) {
      int lane = leastLoaded(load);
      load[lane] += parameter.value().size();
      perLane.get(lane).add(item.apply(parameter));
    }
  }

  private static int leastLoaded(long[] load) {
    int best = 0;
    for (int lane = 1; lane < load.length; lane++) {
      best = load[lane] < load[best] ? lane : best;
    }
    return best;
  }

  /** Does something with every item, each on its lane. */
  void onEach(BiConsumer<Kernels, T> work) {
    backend.onEveryLane(
        lane -> {
          List<T> mine = perLane.get(lane);
          for (int i = 0; i < mine.size(); i++) {
            work.accept(backend.kernels(lane), mine.get(i));
          }
        });
  }

  /** All items. */
  List<T> all() {
    return perLane.stream().flatMap(List::stream).toList();
  }
}
