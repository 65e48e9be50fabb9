package grokscope.train;

import grokscope.kernel.Matrix;
import grokscope.model.Batch;
import grokscope.model.Inside;
import grokscope.model.Network;
import grokscope.model.Worker;
import grokscope.task.CyclicSums;
import grokscope.task.Examples;
import grokscope.task.Split;
import grokscope.task.TaskShape;
import grokscope.telemetry.Guess;
import grokscope.telemetry.Look;
import grokscope.telemetry.SequenceAttention;
import grokscope.telemetry.Sight;
import grokscope.telemetry.Snapshot;
import grokscope.telemetry.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes snapshots of a network. Trainer thread only. */
final class Camera {
  private final Examples examples;
  private boolean[] trained;
  private final Optional<CyclicSums> sums;
  private final Optional<PairIndex> pairs;
  private final Network network;
  private final Worker worker;
  private final Consumer<ExampleReader> everything;
  private final Batch single;

  /**
   * A camera.
   *
   * @param worker of the first lane
   * @param everything brings every example forward, and shows them to a reader
   */
  Camera(
      Examples examples,
      Split split,
      Optional<CyclicSums> sums,
      Network network,
      Worker worker,
      Consumer<ExampleReader> everything) {
    this.examples = examples;
    this.sums = sums;
    this.network = network;
    this.worker = worker;
    this.everything = everything;
    pairs = PairIndex.of(examples);
    single = network.batch(1, examples.shape().allAnswers());
    split(split);
  }

  /** Other examples are trained on from now on. */
  void split(Split latest) {
    trained = new boolean[examples.size()];
    for (int example : latest.train()) {
      trained[example] = true;
    }
  }

  /**
   * A snapshot of the network, which is prepared for a pass.
   *
   * @param run the id that the snapshot carries
   * @param step likewise
   */
  Snapshot take(long run, int step, Look look) {
    int example = Math.max(0, Math.min(look.example(), examples.size() - 1));
    single.fill(examples, new int[] {example}, 0);
    Matrix logits = worker.forward(single);
    Inside inside = worker.inside(single);
    Optional<Guess> guess = guess(look, example, logits);
    Optional<SequenceAttention> sequence = sequence(look, example, inside);
    Optional<PairSights> sights =
        pairs.map(index -> new PairSights(look, examples, index, trained, inside));
    sights.ifPresent(all -> all.read(everything));
    return new Snapshot(
        run,
        step,
        sights.flatMap(PairSights::answers),
        sights.flatMap(all -> all.neurons(sums)),
        sights.flatMap(PairSights::attention),
        sequence,
        guess,
        weights(look));
  }

  private List<Tensor> weights(Look look) {
    return look.sights().contains(Sight.WEIGHTS)
        ? network.tensorForm().copy(network.parameters())
        : List.of();
  }

  private Optional<Guess> guess(Look look, int example, Matrix logits) {
    TaskShape shape = examples.shape();
    if (!look.sights().contains(Sight.GUESS) || shape.valued()) {
      return Optional.empty();
    }
    float[] row = new float[shape.classes()];
    logits.copyRow(0, row, 0, row.length);
    return Optional.of(
        new Guess(example, tokens(example), examples.answer(example), trained[example], row));
  }

  private int[] tokens(int example) {
    int[] tokens = new int[examples.shape().context()];
    Arrays.setAll(tokens, position -> examples.token(example, position));
    return tokens;
  }

  private Optional<SequenceAttention> sequence(Look look, int example, Inside inside) {
    boolean asked = look.sights().contains(Sight.ATTENTION) && pairs.isEmpty();
    if (!asked || inside.heads() == 0) {
      return Optional.empty();
    }
    int layer = Math.min(look.layer(), inside.layers() - 1);
    int context = examples.shape().context();
    int[] positions = inside.asking(layer, 0);
    int[] asking = positions.clone();
    Arrays.sort(asking);
    float[] weights = new float[inside.heads() * asking.length * context];
    float[] row = new float[inside.heads() * context];
    for (int n = 0; n < positions.length; n++) {
      inside.copyAttention(layer, 0, n, row, 0);
      int at = Arrays.binarySearch(asking, positions[n]);
      for (int head = 0; head < inside.heads(); head++) {
        int to = (head * asking.length + at) * context;
        System.arraycopy(row, head * context, weights, to, context);
      }
    }
    return Optional.of(
        new SequenceAttention(
            layer, inside.layers(), example, tokens(example), inside.heads(), asking, weights));
  }
}
