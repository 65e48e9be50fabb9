package grokscope.train;

import grokscope.kernel.Matrix;
import grokscope.model.Batch;
import grokscope.model.Inside;
import grokscope.model.Network;
import grokscope.model.Worker;
import grokscope.task.CyclicSums;
import grokscope.task.Examples;
import grokscope.task.Split;
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
import java.util.function.Supplier;

/** Takes snapshots of a network. Trainer thread only. */
final class Camera {
  private final Examples examples;
  private final Supplier<Split> split;
  private final Optional<CyclicSums> sums;
  private final Optional<PairIndex> pairs;
  private final Network network;
  private final Worker worker;
  private final Consumer<ExampleReader> everything;
  private final Batch single;

  /**
   * A camera.
   *
   * @param split which examples are trained on at the moment
   * @param worker of the first lane
   * @param everything brings every example forward, and shows them to a reader
   */
  Camera(
      Examples examples,
      Supplier<Split> split,
      Optional<CyclicSums> sums,
      Network network,
      Worker worker,
      Consumer<ExampleReader> everything) {
    this.examples = examples;
    this.split = split;
    this.sums = sums;
    this.network = network;
    this.worker = worker;
    this.everything = everything;
    pairs = PairIndex.of(examples);
    single = network.batch(1, examples.shape().allAnswers());
  }

  /**
   * A snapshot of the network, which is prepared for a pass.
   *
   * @param run the id that the snapshot carries
   * @param step likewise
   */
  Snapshot take(long run, int step, Look look) {
    boolean[] trained = trained();
    int example = Math.max(0, Math.min(look.example(), examples.size() - 1));
    single.fill(examples, new int[] {example}, 0);
    Inside inside = worker.inside(single);
    boolean guessing = look.sights().contains(Sight.GUESS) && !examples.shape().valued();
    boolean attending =
        look.sights().contains(Sight.ATTENTION) && pairs.isEmpty() && inside.heads() > 0;
    Optional<Guess> guess = Optional.empty();
    Optional<SequenceAttention> sequence = Optional.empty();
    if (guessing || attending) {
      Matrix logits = worker.forward(single);
      guess = guessing ? Optional.of(guess(example, trained[example], logits)) : guess;
      sequence = attending ? Optional.of(sequence(look, example, inside)) : sequence;
    }
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

  private boolean[] trained() {
    boolean[] trained = new boolean[examples.size()];
    for (int example : split.get().train()) {
      trained[example] = true;
    }
    return trained;
  }

  private Guess guess(int example, boolean trained, Matrix logits) {
    float[] row = new float[examples.shape().classes()];
    logits.copyRow(0, row, 0, row.length);
    return new Guess(example, tokens(example), examples.answer(example), trained, row);
  }

  private int[] tokens(int example) {
    int[] tokens = new int[examples.shape().context()];
    Arrays.setAll(tokens, position -> examples.token(example, position));
    return tokens;
  }

  private SequenceAttention sequence(Look look, int example, Inside inside) {
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
    return new SequenceAttention(
        layer, inside.layers(), example, tokens(example), inside.heads(), asking, weights);
  }
}
