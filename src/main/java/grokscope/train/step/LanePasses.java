package grokscope.train.step;

import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.model.Activations;
import grokscope.model.Batch;
import grokscope.model.Network;
import grokscope.model.Worker;
import grokscope.model.loss.Loss;
import grokscope.train.look.ExampleReader;
import grokscope.train.look.ForwardPass;
import java.util.ArrayList;
import java.util.List;

/**
 * A network, its data and its loss, and what brings the one through the other on every lane: all
 * that training and looking share. Trainer thread only; a lane works on its own share.
 */
final class LanePasses implements AutoCloseable {
  private final Backend backend;
  private final Network network;
  private final ExperimentData data;
  private final Loss loss;
  private final List<Worker> workers = new ArrayList<>();

  /**
   * The passes of a network.
   *
   * @param capacity how many examples a worker handles at a time
   */
  LanePasses(Backend backend, Network network, ExperimentData data, int capacity, Loss loss) {
    this.backend = backend;
    this.network = network;
    this.data = data;
    this.loss = loss;
    for (int lane = 0; lane < backend.lanes(); lane++) {
      workers.add(network.worker(lane, capacity));
    }
  }

  Backend backend() {
    return backend;
  }

  Network network() {
    return network;
  }

  ExperimentData data() {
    return data;
  }

  Loss loss() {
    return loss;
  }

  Worker worker(int lane) {
    return workers.get(lane);
  }

  /** Where the activations are of a worker that has brought a batch forward. */
  Activations inside() {
    return workers.get(0).inside(data.test().batches(0).get(0));
  }

  /** Brings the examples of a plan forward, and shows them. The network is prepared. */
  void show(LanePlan plan, ExampleReader reader) {
    backend.onEveryLane(
        lane -> {
          Worker worker = workers.get(lane);
          int from = plan.start(lane);
          for (Batch batch : plan.batches(lane)) {
            Matrix logits = worker.forward(batch);
            reader.read(new ForwardPass(lane, plan.ids(), from, batch, worker, logits));
            from += batch.size();
          }
        });
  }

  /** The same for every example of the task's table. */
  void showTable(ExampleReader reader) {
    data.table().forEach(plan -> show(plan, reader));
  }

  /** The same for the examples that are trained on. */
  void showTraining(ExampleReader reader) {
    show(data.shown(), reader);
  }

  @Override
  public void close() {
    data.close();
    network.close();
    loss.close();
  }
}
