package grokscope.model;

import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.telemetry.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The trainable matrices of a network, in the order in which they were made, and each lane's own
 * copy of their gradients. Trainer thread only, except that a lane adds to its own gradients.
 */
public final class Parameters implements AutoCloseable {
  private final Backend backend;
  private final Initialization initial;
  private final RandomGenerator random;
  private final List<Parameter> all = new ArrayList<>();
  private final List<List<Matrix>> laneGradients = new ArrayList<>();

  /**
   * No parameters yet.
   *
   * @param copies how many lanes have gradients of their own
   * @param random the stream of initial weights
   */
  public Parameters(Backend backend, int copies, RandomGenerator random) {
    this(backend, copies, Initialization.USUAL, random);
  }

  /** No parameters yet, to be drawn in a given way. */
  public Parameters(Backend backend, int copies, Initialization initial, RandomGenerator random) {
    this.backend = backend;
    this.initial = initial;
    this.random = random;
    for (int lane = 0; lane < copies; lane++) {
      laneGradients.add(new ArrayList<>());
    }
  }

  /**
   * Adds a matrix of drawn weights.
   *
   * @param sd the usual standard deviation, which the initialisation may change
   */
  public Weight normal(Part part, String name, int rows, int columns, double sd) {
    double[] drawn = new double[rows * columns];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = initial.weight(part, sd, rows, columns, random);
    }
    return add(part, name, rows, columns, drawn);
  }

  /** Adds the biases of a layer with this many inputs. */
  public Weight biases(String name, int columns, int inputs) {
    double[] drawn = new double[columns];
    for (int i = 0; i < columns; i++) {
      drawn[i] = initial.bias(inputs, random);
    }
    return add(Part.BIAS, name, 1, columns, drawn);
  }

  /** Adds a matrix whose weights are all the same, times the scale of the initialisation. */
  public Weight constant(Part part, String name, int rows, int columns, double start) {
    double[] values = new double[rows * columns];
    Arrays.fill(values, start * initial.scale(part));
    return add(part, name, rows, columns, values);
  }

  /** Adds a matrix with these weights. */
  public Weight add(Part part, String name, int rows, int columns, double[] start) {
    Matrix value = backend.zeros(rows, columns);
    value.set(start);
    Matrix gradient = backend.zeros(rows, columns);
    all.add(new Parameter(name, part, value, gradient));
    laneGradients.get(0).add(gradient);
    for (int lane = 1; lane < laneGradients.size(); lane++) {
      laneGradients.get(lane).add(backend.zeros(rows, columns));
    }
    return new Weight(all.size() - 1);
  }

  /** The parameters, unmodifiable. */
  public List<Parameter> list() {
    return Collections.unmodifiableList(all);
  }

  /** How many numbers are trained. */
  public long count() {
    return all.stream().mapToLong(parameter -> parameter.value().size()).sum();
  }

  /** Sets the gradients of a lane to zero; on that lane's thread. */
  public void clearGradients(int lane) {
    for (Matrix gradient : laneGradients.get(lane)) {
      backend.kernels(lane).elements().zero(gradient);
    }
  }

  /** Adds the other lanes' gradients to those of lane 0, which are the parameters' own. */
  public void sumGradients() {
    for (int lane = 1; lane < laneGradients.size(); lane++) {
      for (int i = 0; i < all.size(); i++) {
        backend.kernels(0).elements().add(laneGradients.get(lane).get(i), all.get(i).gradient());
      }
    }
  }

  @Override
  public void close() {
    all.forEach(parameter -> parameter.value().close());
    laneGradients.forEach(lane -> lane.forEach(Matrix::close));
  }

  /** One of these parameters, seen from the network that made it. */
  public final class Weight implements TrainedMatrix {
    private final int index;

    private Weight(int index) {
      this.index = index;
    }

    @Override
    public Matrix value() {
      return all.get(index).value();
    }

    @Override
    public Matrix gradient(int lane) {
      return laneGradients.get(lane).get(index);
    }
  }
}
