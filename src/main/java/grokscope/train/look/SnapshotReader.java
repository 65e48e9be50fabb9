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
import grokscope.telemetry.snapshot.AnswerSet;
import grokscope.telemetry.snapshot.AskedSequence;
import grokscope.telemetry.snapshot.Membership;
import grokscope.telemetry.snapshot.Pixels;
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
import java.util.stream.IntStream;

/** Takes snapshots of a network. Trainer thread only. */
public final class SnapshotReader {
  private static final float BRIGHTEST = 255;

  private final Examples examples;
  private final Examples labels;
  private final Supplier<Split> split;
  private final Optional<CyclicSums> sums;
  private final Optional<PairIndex> pairs;
  private final Network network;
  private final Worker worker;
  private final Consumer<ExampleReader> everything;
  private final Batch single;

  /**
   * A reader.
   *
   * @param examples all, with the right answers
   * @param labels the same with the answers that are trained
   * @param split which examples are trained on at the moment
   * @param worker of the first lane
   * @param everything brings every example forward, and shows them to a reader
   */
  public SnapshotReader(
      Examples examples,
      Examples labels,
      Supplier<Split> split,
      Optional<CyclicSums> sums,
      Network network,
      Worker worker,
      Consumer<ExampleReader> everything) {
    this.examples = examples;
    this.labels = labels;
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
    boolean asked = snapshotRequest.sequence().isPresent();
    Examples source = snapshotRequest.sequence().map(this::typed).orElse(examples);
    int row = asked ? 0 : Math.max(0, Math.min(snapshotRequest.example(), examples.size() - 1));
    single.fill(source, new int[] {row}, 0);
    Activations activations = worker.inside(single);
    boolean guessing = asks(snapshotRequest, SnapshotPart.GUESS) && !examples.shape().valued();
    boolean attending =
        asks(snapshotRequest, SnapshotPart.ATTENTION) && pairs.isEmpty() && activations.heads() > 0;
    Optional<Prediction> prediction = Optional.empty();
    Optional<SequenceAttention> sequence = Optional.empty();
    if (guessing || attending) {
      Matrix logits = worker.forward(single);
      prediction = guessing ? Optional.of(guess(source, row, trained, logits)) : prediction;
      sequence = attending ? Optional.of(sequence(snapshotRequest, row, activations)) : sequence;
    }
    Optional<PairReadings> sights = pairReadings(snapshotRequest, trained, activations);
    sights.ifPresent(all -> all.read(everything));
    return new Snapshot(
        run,
        step,
        sights.flatMap(PairReadings::answers),
        classified(snapshotRequest, trained),
        sights.flatMap(all -> all.neurons(sums)),
        sights.flatMap(PairReadings::attention),
        sequence,
        prediction,
        pixels(snapshotRequest),
        weights(snapshotRequest));
  }

  private static boolean asks(SnapshotRequest snapshotRequest, SnapshotPart part) {
    return snapshotRequest.snapshotParts().contains(part);
  }

  /** A table of one row. */
  private Examples typed(AskedSequence asked) {
    return Examples.ofSequences(
        examples.shape(),
        asked.tokens().stream().mapToInt(Integer::intValue).toArray(),
        asked.positions().stream().mapToInt(Integer::intValue).toArray(),
        asked.answers().stream().mapToInt(Integer::intValue).toArray());
  }

  private Optional<PairReadings> pairReadings(
      SnapshotRequest snapshotRequest, boolean[] trained, Activations activations) {
    return pairs.map(
        index ->
            new PairReadings(
                snapshotRequest,
                index,
                asks(snapshotRequest, SnapshotPart.ANSWERS)
                    ? Optional.of(
                        new AnswerReader(examples, labels, trained, index.pair(), index.pairs()))
                    : Optional.empty(),
                activations));
  }

  private Optional<AnswerSet> classified(SnapshotRequest snapshotRequest, boolean[] trained) {
    boolean possible = !examples.shape().hasTokens() && !examples.shape().valued();
    if (!possible || !asks(snapshotRequest, SnapshotPart.ANSWERS)) {
      return Optional.empty();
    }
    int[] rows = IntStream.range(0, examples.size()).toArray();
    AnswerReader reader = new AnswerReader(examples, labels, trained, rows, rows.length);
    everything.accept(reader);
    return Optional.of(reader.answers());
  }

  private Optional<Pixels> pixels(SnapshotRequest snapshotRequest) {
    int perPicture = examples.shape().features();
    if (perPicture == 0 || !asks(snapshotRequest, SnapshotPart.PIXELS)) {
      return Optional.empty();
    }
    List<Integer> rows =
        snapshotRequest.pictures().stream()
            .filter(row -> row >= 0 && row < examples.size())
            .toList();
    byte[] levels = new byte[rows.size() * perPicture];
    float[] row = new float[perPicture];
    for (int i = 0; i < rows.size(); i++) {
      examples.copyFeatures(rows.get(i), row, 0);
      for (int pixel = 0; pixel < perPicture; pixel++) {
        float level = Math.max(0, Math.min(1, row[pixel]));
        levels[i * perPicture + pixel] = (byte) Math.round(BRIGHTEST * level);
      }
    }
    return Optional.of(new Pixels(rows, levels));
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

  /**
   * What the logits say to a row.
   *
   * @param source the table that the row is in: that of the task, or one of a row of its own
   */
  private Prediction guess(Examples source, int row, boolean[] trained, Matrix logits) {
    int answers = source.shape().allAnswers();
    int classes = source.shape().classes();
    int[] tokens = tokens(source, row);
    int example = source == examples ? row : find(tokens);
    int[] positions = new int[answers];
    int[] rule = new int[answers];
    int[] label = new int[answers];
    float[] values = new float[answers * classes];
    for (int n = 0; n < answers; n++) {
      positions[n] = source.position(row, n);
      rule[n] = source.answer(row, n);
      label[n] = example >= 0 && trained[example] ? labels.answer(example, n) : rule[n];
      logits.copyRow(n, values, n * classes, classes);
    }
    return new Prediction(
        example, tokens, positions, label, rule, membership(example, trained), values);
  }

  private static Membership membership(int example, boolean[] trained) {
    if (example < 0) {
      return Membership.FOREIGN;
    }
    return trained[example] ? Membership.TRAINED : Membership.HIDDEN;
  }

  /** The row of the table with these tokens; −1 where there is none. */
  private int find(int[] tokens) {
    return IntStream.range(0, examples.size())
        .filter(
            row ->
                IntStream.range(0, tokens.length)
                    .allMatch(position -> examples.token(row, position) == tokens[position]))
        .findFirst()
        .orElse(-1);
  }

  private static int[] tokens(Examples source, int example) {
    int[] tokens = new int[source.shape().context()];
    Arrays.setAll(tokens, position -> source.token(example, position));
    return tokens;
  }

  private SequenceAttention sequence(
      SnapshotRequest snapshotRequest, int example, Activations activations) {
    int layer = Math.min(snapshotRequest.layer(), activations.layers() - 1);
    int context = activations.context();
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
        Arrays.copyOf(tokens(examples, example), context),
        activations.heads(),
        asking,
        weights);
  }
}
