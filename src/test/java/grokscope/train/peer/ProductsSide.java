package grokscope.train.peer;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.kernel.cpu.CpuBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Nothing but the large products that a step of the one-block transformer consists of when it is
 * written in the usual way, at the last position only and with a table for keys and values: the
 * MLP's two and the unembedding, each with the two of its backward pass.
 */
final class ProductsSide implements Side, AutoCloseable {
  private static final int CAPACITY = 512; // as in an Experiment

  private final Backend backend;
  private final SplittableRandom random = new SplittableRandom(0);
  private final List<Matrix> all = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();

  /** The sizes of the network, and the examples of a step. */
  record Shape(int examples, int width, int mlpWidth, int classes) {}

  /** One lane's products of one batch, and the sizes of its batches. */
  private record Lane(List<Product> products, List<Integer> batches) {}

  /** c = op(a)·op(b), or c += op(a)·op(b). */
  private record Product(
      Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c, boolean add) {
    void run(Kernels kernels, int batch) {
      kernels.multiply(a.of(batch), transposeA, b.of(batch), transposeB, c.of(batch), add);
    }
  }

  /** A matrix with a row for each example of a batch, or one of weights, which is used whole. */
  private record Rows(Matrix whole, boolean perExample) {
    Matrix of(int batch) {
      return perExample ? whole.firstRows(batch) : whole;
    }
  }

  ProductsSide(Shape shape, int threads) {
    backend = new CpuBackend(threads);
    Rows[] weights = {
      weights(shape.width(), shape.mlpWidth()),
      weights(shape.mlpWidth(), shape.width()),
      weights(shape.width(), shape.classes())
    };
    for (int lane = 0; lane < threads; lane++) {
      lanes.add(new Lane(products(weights), batches(shape.examples(), threads, lane)));
    }
  }

  private Rows weights(int rows, int columns) {
    return new Rows(filled(rows, columns), false);
  }

  private Rows examples(int columns) {
    return new Rows(filled(CAPACITY, columns), true);
  }

  private Matrix filled(int rows, int columns) {
    Matrix matrix = backend.zeros(rows, columns);
    double[] values = new double[matrix.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() / Math.sqrt(columns);
    }
    matrix.set(values);
    all.add(matrix);
    return matrix;
  }

  private List<Product> products(Rows[] weights) {
    List<Product> forward = new ArrayList<>();
    List<Product> backward = new ArrayList<>();
    Rows x = examples(weights[0].whole().rows());
    Rows dx = examples(weights[0].whole().rows());
    for (Rows weight : weights) {
      int rows = weight.whole().rows();
      int columns = weight.whole().columns();
      Rows y = examples(columns);
      Rows dy = examples(columns);
      Rows dWeight = weights(rows, columns);
      forward.add(new Product(x, false, weight, false, y, false));
      backward.add(0, new Product(dy, false, weight, true, dx, false));
      backward.add(0, new Product(x, true, dy, false, dWeight, true));
      x = y;
      dx = dy;
    }
    forward.addAll(backward);
    return forward;
  }

  private static List<Integer> batches(int examples, int threads, int lane) {
    int share = part(examples, threads, lane);
    int count = (share + CAPACITY - 1) / CAPACITY;
    List<Integer> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batches.add(part(share, count, i));
    }
    return batches;
  }

  /** The size of one of several parts that differ by at most one. */
  private static int part(int total, int parts, int index) {
    return total / parts + (index < total % parts ? 1 : 0);
  }

  private void step() {
    backend.onEveryLane(
        lane -> {
          for (int batch : lanes.get(lane).batches()) {
            for (Product product : lanes.get(lane).products()) {
              product.run(backend.kernels(lane), batch);
            }
          }
        });
  }

  @Override
  public String name() {
    return "products";
  }

  @Override
  public List<Integer> threadChoices() {
    return List.of(backend.lanes());
  }

  @Override
  public StepTimes block(int threads, Duration length) {
    return StepTimes.of(length, this::step);
  }

  @Override
  public void close() {
    all.forEach(Matrix::close);
    backend.close();
  }
}
