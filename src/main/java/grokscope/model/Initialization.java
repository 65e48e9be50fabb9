package grokscope.model;

import grokscope.config.knob.Option;
import grokscope.telemetry.Part;
import java.util.random.RandomGenerator;

/**
 * How the weights of a network are drawn. Every matrix has a usual sd that its network says, most
 * often 1/√inputs.
 *
 * @param kind the distribution
 * @param scale α: what all weights are multiplied with, biases and gains included (Liu et al. 2022,
 *     arXiv 2210.01117)
 * @param embeddingScale what embeddings are multiplied with besides
 */
public record Initialization(Kind kind, double scale, double embeddingScale) {
  static final Initialization USUAL = new Initialization(Kind.USUAL, 1, 1);

  /** Distributions. */
  public enum Kind implements Option {
    /** Normal with the usual sd; biases start at zero. */
    USUAL("fan-in", "usual: 1/√inputs"),
    /** Normal with √2 times the usual sd, for ReLU (He et al. 2015, arXiv 1502.01852). */
    HE("he", "He: √(2/inputs)"),
    /** Normal with sd √(2/(inputs + outputs)) (Glorot and Bengio 2010). */
    GLOROT("glorot", "Glorot: √(2/(in + out))"),
    /** Uniform up to 1/√inputs on both sides, biases as well: what PyTorch's Linear does. */
    UNIFORM("uniform", "uniform within 1/√inputs"),
    /** Normal with sd 1, as in Gromov 2023 (arXiv 2301.02679). */
    UNIT("unit", "1 everywhere"),
    /** One small weight and else large ones, as in Miller et al. 2024 (arXiv 2310.17247). */
    MISLED("misled", "0.0005 for the first input, 0.9 for the others"),
    /** The solution of Gromov 2023 for sums; see {@link PeriodicWeights}. */
    PERIODIC("periodic", "the analytic solution"),
    /**
     * The embedding of a number x is (cos 2πx/n, sin 2πx/n), as in PAIR 2023; the rest is usual.
     */
    CIRCLE("circle", "the numbers on a circle");

    private final String id;
    private final String title;

    Kind(String id, String title) {
      this.id = id;
      this.title = title;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** What the weights of a part are multiplied with. */
  public double scale(Part part) {
    return part == Part.EMBEDDING ? scale * embeddingScale : scale;
  }

  /** One weight of a part's matrix [rows, columns] whose usual sd is given. */
  double weight(Part part, double usual, int rows, int columns, RandomGenerator random) {
    return scale(part)
        * switch (kind) {
          case USUAL, PERIODIC, MISLED, CIRCLE -> usual * random.nextGaussian();
          case HE -> Math.sqrt(2) * usual * random.nextGaussian();
          case GLOROT -> Math.sqrt(2.0 / (rows + columns)) * random.nextGaussian();
          case UNIFORM -> usual * (2 * random.nextDouble() - 1);
          case UNIT -> random.nextGaussian();
        };
  }

  /** One bias of a layer with this many inputs. */
  double bias(int inputs, RandomGenerator random) {
    return kind == Kind.UNIFORM ? scale * (2 * random.nextDouble() - 1) / Math.sqrt(inputs) : 0;
  }
}
