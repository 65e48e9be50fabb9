package grokscope.train.look;

import grokscope.kernel.Matrix;
import grokscope.model.Activations;
import grokscope.model.Batch;
import grokscope.model.Network;
import grokscope.model.Worker;
import grokscope.task.CyclicSums;
import grokscope.task.Examples;
import grokscope.task.Split;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.telemetry.snapshot.SequenceAttention;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes snapshots of a network. Trainer thread only. */
public final class SnapshotReader {
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
  public SnapshotReader(
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
  public Snapshot take(long run, int step, SnapshotRequest snapshotRequest) {
    boolean[] trained = trained();
    int example = Math.max(0, Math.min(snapshotRequest.example(), examples.size() - 1));
    single.fill(examples, new int[] {example}, 0);
    Activations activations = worker.inside(single);
    boolean guessing =
        snapshotRequest.snapshotParts().contains(SnapshotPart.GUESS) && !examples.shape().valued();
    boolean attending =
        snapshotRequest.snapshotParts().contains(SnapshotPart.ATTENTION)
            && pairs.isEmpty()
            && activations.heads() > 0;
    Optional<Prediction> prediction = Optional.empty();
    Optional<SequenceAttention> sequence = Optional.empty();
    if (guessing || attending) {
      Matrix logits = worker.forward(single);
      prediction = guessing ? Optional.of(guess(example, trained[example], logits)) : prediction;
      sequence =
          attending ? Optional.of(sequence(snapshotRequest, example, activations)) : sequence;
    }
    Optional<PairReadings> sights =
        pairs.map(
            index -> new PairReadings(snapshotRequest, examples, index, trained, activations));
    sights.ifPresent(all -> all.read(everything));
    return new Snapshot(
        run,
        step,
        sights.flatMap(PairReadings::answers),
        sights.flatMap(all -> all.neurons(sums)),
        sights.flatMap(PairReadings::attention),
        sequence,
        prediction,
        weights(snapshotRequest));
  }

  private List<Tensor> weights(SnapshotRequest snapshotRequest) {
    return snapshotRequest.snapshotParts().contains(SnapshotPart.WEIGHTS)
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

  private Prediction guess(int example, boolean trained, Matrix logits) {
    float[] row = new float[examples.shape().classes()];
    logits.copyRow(0, row, 0, row.length);
    return new Prediction(example, tokens(example), examples.answer(example), trained, row);
  }

  private int[] tokens(int example) {
    int[] tokens = new int[examples.shape().context()];
    Arrays.setAll(tokens, position -> examples.token(example, position));
    return tokens;
  }

  private SequenceAttention sequence(
      SnapshotRequest snapshotRequest, int example, Activations activations) {
    int layer = Math.min(snapshotRequest.layer(), activations.layers() - 1);
    int context = examples.shape().context();
    int[] positions = activations.asking(layer, 0);
    int[] asking = positions.clone();
    Arrays.sort(asking);
    float[] weights = new float[activations.heads() * asking.length * context];
    float[] row = new float[activations.heads() * context];
    for (int n = 0; n < positions.length; n++) {
      activations.copyAttention(layer, 0, n, row, 0);
      int at = Arrays.binarySearch(asking, positions[n]);
      for (int head = 0; head < activations.heads(); head++) {
        int to = (head * asking.length + at) * context;
        System.arraycopy(row, head * context, weights, to, context);
      }
    }
    return new SequenceAttention(
        layer,
        activations.layers(),
        example,
        tokens(example),
        activations.heads(),
        asking,
        weights);
  }
}
