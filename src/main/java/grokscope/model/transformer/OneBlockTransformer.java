package grokscope.model.transformer;

import grokscope.kernel.Backend;
import grokscope.kernel.Indices;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Batch;
import grokscope.model.Initialization;
import grokscope.model.Network;
import grokscope.model.Parameters;
import grokscope.model.TensorForm;
import grokscope.model.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A {@link Transformer} of one block in the form of Nanda et al., over sequences that end in the
 * same mark: the same network and the same sums, in a third of the operations.
 *
 * <p>The query is the mark's, so attention scores depend on a row of the {@link TokenTable} and a
 * head alone. What a head brings to an example is a weighted sum of rows of that table, and what
 * follows up to the ReLU is linear, so the rows' images there are computed once, and an example
 * only sums them up. The way from the neurons to the logits is linear as well: one matrix,
 * W_out·W_U (Nanda et al. 2023, arXiv 2301.05217, call it W_L). Trainer thread only.
 */
final class OneBlockTransformer implements Network {
  private final TransformerShape shape;
  private final Backend backend;
  private final TransformerWeights weights;
  private final BlockWeights block;
  // What there is in any network of this form:
  private final Parameters.Weight positions;
  private final FeedForwardWeights mlp;
  private final Parameters.Weight inBias;
  private final Parameters.Weight outBias;
  private final TokenTable tokenTable;
  private final Indices tableTokens;
  private final Indices tablePositions;
  private final Rows rows; // of the token table
  private final Rows dRows; // gradients of those
  private final HeadOutputMaps headOutputMaps; // out of the heads
  private final HeadOutputMaps dHeadOutputMaps; // gradients of those
  private final Matrix endAndBias; // the mark's row plus b_out, [1, d_model]
  private final Matrix ones; // [rows of the token table, 1]
  private final SharedTerms common; // what every example has, whatever its tokens are
  private final SharedTerms dCommon; // gradients of those
  private final ProjectedRows images;
  private final List<Consumer<Kernels>> projecting;
  private final List<Consumer<Kernels>> imaging;
  private List<Consumer<Kernels>> summing = List.of();
  private List<Consumer<Kernels>> backThroughImages = List.of();
  private List<Consumer<Kernels>> backThroughProjections = List.of();
  private final List<OneBlockWorker> workers = new ArrayList<>();

  OneBlockTransformer(
      TransformerShape shape,
      TokenTable tokenTable,
      Initialization initial,
      Backend backend,
      RandomGenerator random) {
    this.shape = shape;
    this.backend = backend;
    this.tokenTable = tokenTable;
    weights = new TransformerWeights(shape, initial, backend, 1, random);
    block = weights.blocks.get(0);
    positions = Objects.requireNonNull(weights.positions);
    mlp = Objects.requireNonNull(block.mlp);
    inBias = Objects.requireNonNull(mlp.inBias());
    outBias = Objects.requireNonNull(mlp.outBias());
    tableTokens = tokenTable.tokens();
    tablePositions = tokenTable.positions();
    rows = Rows.zeros(backend, shape, tokenTable);
    dRows = Rows.zeros(backend, shape, tokenTable);
    headOutputMaps = HeadOutputMaps.zeros(backend, shape);
    dHeadOutputMaps = HeadOutputMaps.zeros(backend, shape);
    endAndBias = backend.zeros(1, shape.width());
    ones = backend.zeros(tokenTable.rows(), 1);
    ones.set(DoubleStream.generate(() -> 1).limit(tokenTable.rows()).toArray());
    common = SharedTerms.zeros(backend, shape);
    dCommon = SharedTerms.zeros(backend, shape);
    images = zeroImages();
    projecting = projecting();
    imaging = imaging();
  }

  /** Rows of the token table, with the mark's query; or the gradients of these. */
  private record Rows(Matrix x, Matrix end, Matrix query, Matrix k, Matrix v) {
    static Rows zeros(Backend backend, TransformerShape shape, TokenTable table) {
      int count = table.rows();
      Matrix x = backend.zeros(count, shape.width());
      Matrix query = backend.zeros(1, shape.width());
      Matrix k = backend.zeros(count, shape.width());
      Matrix v = backend.zeros(count, shape.width());
      return new Rows(x, x.rowRange(count - 1, 1), query, k, v);
    }

    Stream<Matrix> owned() {
      return Stream.of(x, query, k, v);
    }
  }

  /** The linear ways from the heads' outputs: W_O·W_in and W_O·W_U; or their gradients. */
  private record HeadOutputMaps(Matrix toHidden, Matrix toLogits) {
    static HeadOutputMaps zeros(Backend backend, TransformerShape shape) {
      return new HeadOutputMaps(
          backend.zeros(shape.width(), shape.mlpWidth()),
          backend.zeros(shape.width(), shape.outputs()));
    }
  }

  /** The mark's own way and the biases: in the pre-activations and in the logits. */
  private record SharedTerms(Matrix hidden, Matrix logits) {
    static SharedTerms zeros(Backend backend, TransformerShape shape) {
      return new SharedTerms(backend.zeros(1, shape.mlpWidth()), backend.zeros(1, shape.outputs()));
    }
  }

  ProjectedRows zeroImages() {
    return ProjectedRows.zeros(backend, shape, tokenTable.rows());
  }

  @Override
  public Parameters parameters() {
    return weights.all;
  }

  @Override
  public TensorForm tensorForm() {
    return new TensorForm(shape.heads());
  }

  @Override
  public List<Matrix> numbers() {
    return List.of(weights.embed.value());
  }

  @Override
  public int classes() {
    return shape.outputs();
  }

  @Override
  public Batch batch(int size, int answers) {
    return new SequenceBatch(shape, tokenTable, size, answers);
  }

  @Override
  public Worker worker(int lane, int capacity) {
    OneBlockWorker worker = new OneBlockWorker(this, backend, lane, capacity);
    workers.add(worker);
    summing = summing();
    backThroughImages = backThroughImages();
    backThroughProjections = backThroughProjections();
    return worker;
  }

  @Override
  public void prepare() {
    Kernels kernels = backend.kernels(0);
    kernels.gather(weights.embed.value(), tableTokens, rows.x(), false);
    kernels.gather(positions.value(), tablePositions, rows.x(), true);
    backend.share(projecting);
    backend.share(imaging);
  }

  private List<Consumer<Kernels>> projecting() {
    return List.of(
        k -> k.multiply(rows.x(), false, block.key.value(), false, rows.k(), false),
        k -> k.multiply(rows.x(), false, block.value.value(), false, rows.v(), false),
        k -> times(k, block.output.value(), mlp.in().value(), headOutputMaps.toHidden()),
        k -> {
          times(k, block.output.value(), weights.unembed.value(), headOutputMaps.toLogits());
          times(k, mlp.out().value(), weights.unembed.value(), images.neurons());
        },
        this::projectMark);
  }

  private static void times(Kernels kernels, Matrix a, Matrix b, Matrix product) {
    kernels.multiply(a, false, b, false, product, false);
  }

  private void projectMark(Kernels kernels) {
    times(kernels, rows.end(), block.query.value(), rows.query());
    times(kernels, rows.end(), mlp.in().value(), common.hidden());
    kernels.elements().add(inBias.value(), common.hidden());
    kernels.elements().zero(endAndBias);
    kernels.elements().add(rows.end(), endAndBias);
    kernels.elements().add(outBias.value(), endAndBias);
    times(kernels, endAndBias, weights.unembed.value(), common.logits());
  }

  private List<Consumer<Kernels>> imaging() {
    List<Consumer<Kernels>> pieces = new ArrayList<>();
    for (int h = 0; h < shape.heads(); h++) {
      Matrix k = head(rows.k(), h);
      Matrix v = head(rows.v(), h);
      Matrix query = head(rows.query(), h);
      Matrix scores = images.scores().columnRange(h, 1);
      Matrix hidden = images.hidden().columnRange(h * shape.mlpWidth(), shape.mlpWidth());
      Matrix logits = images.logits().columnRange(h * classes(), classes());
      Matrix toHidden = headRows(headOutputMaps.toHidden(), h);
      Matrix toLogits = headRows(headOutputMaps.toLogits(), h);
      boolean first = h == 0;
      pieces.add(
          kernels -> {
            kernels.multiply(k, false, query, true, scores, false);
            times(kernels, v, toHidden, hidden);
            times(kernels, v, toLogits, logits);
            if (first) {
              kernels.multiply(ones, false, common.hidden(), false, hidden, true);
              kernels.multiply(ones, false, common.logits(), false, logits, true);
            }
          });
    }
    return pieces;
  }

  private Matrix head(Matrix matrix, int head) {
    int size = shape.width() / shape.heads();
    return matrix.columnRange(head * size, size);
  }

  private Matrix headRows(Matrix matrix, int head) {
    int size = shape.width() / shape.heads();
    return matrix.rowRange(head * size, size);
  }

  @Override
  public void finish() {
    weights.all.clearGradients(0);
    backend.share(summing);
    backend.share(backThroughImages);
    backend.share(backThroughProjections);
    Kernels kernels = backend.kernels(0);
    plusTimesTransposed(kernels, dRows.query(), block.query.value(), dRows.end());
    plusTimesTransposed(kernels, dCommon.hidden(), mlp.in().value(), dRows.end());
    plusTimesTransposed(kernels, dCommon.logits(), weights.unembed.value(), dRows.end());
    kernels.scatterAdd(dRows.x(), tableTokens, weights.embed.gradient(0));
    kernels.scatterAdd(dRows.x(), tablePositions, positions.gradient(0));
  }

  /** Adds the other lanes' gradients to the first one's, each matrix in as many parts as lanes. */
  private List<Consumer<Kernels>> summing() {
    List<Consumer<Kernels>> pieces = new ArrayList<>();
    List<Matrix> sums = workers.get(0).gradient().all();
    for (OneBlockWorker other : workers.subList(1, workers.size())) {
      for (int i = 0; i < sums.size(); i++) {
        int all = sums.get(i).rows();
        int first = 0;
        for (int part = 1; part <= workers.size(); part++) {
          int end = all * part / workers.size();
          if (end > first) {
            Matrix to = sums.get(i).rowRange(first, end - first);
            Matrix from = other.gradient().all().get(i).rowRange(first, end - first);
            pieces.add(kernels -> kernels.elements().add(from, to));
          }
          first = end;
        }
      }
    }
    return pieces;
  }

  private List<Consumer<Kernels>> backThroughImages() {
    ProjectedRows gradient = workers.get(0).gradient();
    List<Consumer<Kernels>> pieces = new ArrayList<>();
    for (int h = 0; h < shape.heads(); h++) {
      pieces.add(backThroughHead(gradient, h));
    }
    Matrix unembed = weights.unembed.value();
    pieces.add(
        k -> k.multiply(gradient.neurons(), false, unembed, true, mlp.out().gradient(0), false));
    pieces.add(
        k -> {
          plusTransposedTimes(
              k, mlp.out().value(), gradient.neurons(), weights.unembed.gradient(0));
        });
    return pieces;
  }

  private Consumer<Kernels> backThroughHead(ProjectedRows gradient, int h) {
    Matrix k = head(rows.k(), h);
    Matrix v = head(rows.v(), h);
    Matrix query = head(rows.query(), h);
    Matrix dk = head(dRows.k(), h);
    Matrix dv = head(dRows.v(), h);
    Matrix dQuery = head(dRows.query(), h);
    Matrix dScores = gradient.scores().columnRange(h, 1);
    Matrix dHidden = gradient.hidden().columnRange(h * shape.mlpWidth(), shape.mlpWidth());
    Matrix dLogits = gradient.logits().columnRange(h * classes(), classes());
    Matrix toHidden = headRows(headOutputMaps.toHidden(), h);
    Matrix toLogits = headRows(headOutputMaps.toLogits(), h);
    Matrix dToHidden = headRows(dHeadOutputMaps.toHidden(), h);
    Matrix dToLogits = headRows(dHeadOutputMaps.toLogits(), h);
    return kernels -> {
      if (h == 0) {
        kernels.multiply(ones, true, dHidden, false, dCommon.hidden(), false);
        kernels.multiply(ones, true, dLogits, false, dCommon.logits(), false);
      }
      times(kernels, dScores, query, dk);
      kernels.multiply(dScores, true, k, false, dQuery, false);
      kernels.multiply(dHidden, false, toHidden, true, dv, false);
      kernels.multiply(dLogits, false, toLogits, true, dv, true);
      kernels.multiply(v, true, dHidden, false, dToHidden, false);
      kernels.multiply(v, true, dLogits, false, dToLogits, false);
    };
  }

  private List<Consumer<Kernels>> backThroughProjections() {
    Matrix dOutput = block.output.gradient(0);
    return List.of(
        k -> {
          plusTimesTransposed(k, dHeadOutputMaps.toHidden(), mlp.in().value(), dOutput);
          plusTimesTransposed(k, dHeadOutputMaps.toLogits(), weights.unembed.value(), dOutput);
        },
        k -> {
          plusTransposedTimes(
              k, block.output.value(), dHeadOutputMaps.toHidden(), mlp.in().gradient(0));
          plusTransposedTimes(k, rows.end(), dCommon.hidden(), mlp.in().gradient(0));
          k.elements().add(dCommon.hidden(), inBias.gradient(0));
        },
        k -> plusTransposedTimes(k, rows.x(), dRows.k(), block.key.gradient(0)),
        k -> plusTransposedTimes(k, rows.x(), dRows.v(), block.value.gradient(0)),
        k -> {
          k.multiply(dRows.v(), false, block.value.value(), true, dRows.x(), false);
          plusTimesTransposed(k, dRows.k(), block.key.value(), dRows.x());
        },
        k -> {
          plusTransposedTimes(
              k, block.output.value(), dHeadOutputMaps.toLogits(), weights.unembed.gradient(0));
          plusTransposedTimes(k, endAndBias, dCommon.logits(), weights.unembed.gradient(0));
          plusTimesTransposed(k, dCommon.logits(), weights.unembed.value(), outBias.gradient(0));
          plusTransposedTimes(k, rows.end(), dRows.query(), block.query.gradient(0));
        });
  }

  private static void plusTimesTransposed(Kernels kernels, Matrix a, Matrix b, Matrix sum) {
    kernels.multiply(a, false, b, true, sum, true);
  }

  private static void plusTransposedTimes(Kernels kernels, Matrix a, Matrix b, Matrix sum) {
    kernels.multiply(a, true, b, false, sum, true);
  }

  TransformerShape shape() {
    return shape;
  }

  ProjectedRows images() {
    return images;
  }

  @Override
  public void close() {
    weights.close();
    Stream.of(rows, dRows).flatMap(Rows::owned).forEach(Matrix::close);
    Stream.of(headOutputMaps, dHeadOutputMaps)
        .flatMap(w -> Stream.of(w.toHidden(), w.toLogits()))
        .forEach(Matrix::close);
    Stream.of(common, dCommon)
        .flatMap(c -> Stream.of(c.hidden(), c.logits()))
        .forEach(Matrix::close);
    Stream.of(endAndBias, ones).forEach(Matrix::close);
    images.close();
    workers.forEach(OneBlockWorker::close);
  }
}
