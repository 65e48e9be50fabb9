package grokscope.kernel;

import java.util.random.RandomGenerator;

/**
 * The operations that networks and optimisers are made of. All matrices have contiguous rows; every
 * result goes into a matrix that exists already. One instance serves one thread at a time.
 */
public interface Kernels {
  /** What layer normalisation adds to a variance, as in PyTorch. */
  double LAYER_NORM_EPSILON = 1e-5;

  /** c = op(a)·op(b), or c += op(a)·op(b); see the product with a factor. */
  default void multiply(
      Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c, boolean add) {
    multiply(1, a, transposeA, b, transposeB, c, add);
  }

  /**
   * c = factor·op(a)·op(b), or c += factor·op(a)·op(b); op is the transpose where asked for. The
   * only kernel that takes column ranges.
   *
   * @param a [m, k], or [k, m] when transposed
   * @param b [k, n], or [n, k] when transposed
   * @param c [m, n]
   */
  void multiply(
      double factor,
      Matrix a,
      boolean transposeA,
      Matrix b,
      boolean transposeB,
      Matrix c,
      boolean add);

  /** out[i, :] = table[rows[i], :], or out[i, :] += table[rows[i], :]. */
  void gather(Matrix table, Indices rows, Matrix out, boolean add);

  /** table[rows[i], :] += values[i, :]; repeated rows add up. */
  void scatterAdd(Matrix values, Indices rows, Matrix table);

  /**
   * x[i, j] += bias[0, j], then y = f(x).
   *
   * @param x the pre-activation
   * @param bias [1, columns]; null for none
   * @param y may be x itself
   */
  void biasActivate(Matrix x, Matrix bias, Activation f, Matrix y);

  /**
   * dx = dy·f′(x) in place of dy, then dBias[0, j] += Σᵢ dx[i, j].
   *
   * @param x the pre-activation; if {@link Activation#slopeFromValue}, its value f(x)
   * @param dy [rows, columns]; becomes dx
   * @param dBias [1, columns]; null for none
   */
  void biasActivateBackward(Matrix x, Activation f, Matrix dy, Matrix dBias);

  /**
   * Layer normalisation (Ba et al. 2016, arXiv 1607.06450) of each row: z = (x − mean)·scale with
   * scale = 1/√(variance + ε), the variance being the mean square of x − mean; y = z·gain + bias.
   *
   * @param x [n, columns]
   * @param gain [1, columns]
   * @param bias [1, columns]
   * @param normal becomes z, [n, columns]; kept for the backward pass
   * @param scales becomes the rows' scales, [n, 1]; kept for the backward pass
   * @param y [n, columns]; may be x itself
   */
  void layerNorm(Matrix x, Matrix gain, Matrix bias, Matrix normal, Matrix scales, Matrix y);

  /**
   * The backward pass of {@link #layerNorm}: with dz = dy·gain, dx += scale·(dz − mean(dz) −
   * z·mean(dz·z)); dGain[0, j] += Σᵢ dy·z; dBias[0, j] += Σᵢ dy.
   *
   * @param normal z, [n, columns]
   * @param scales [n, 1]
   * @param dy [n, columns]
   * @param dx [n, columns]; not dy
   */
  void layerNormBackward(
      Matrix gain, Matrix normal, Matrix scales, Matrix dy, Matrix dx, Matrix dGain, Matrix dBias);

  /** x[i, j] += bias[0, j]. */
  void addBias(Matrix x, Matrix bias);

  /** sums[0, j] += Σᵢ x[i, j]. */
  void addColumnSums(Matrix x, Matrix sums);

  /** y += x. */
  void add(Matrix x, Matrix y);

  /** x = 0. */
  void zero(Matrix x);

  /**
   * Cross-entropy of the softmax, in double: Σᵢ −log softmax(logits[i])[targets[i]], and the number
   * of rows whose largest logit is the target's.
   *
   * @param logits [n, classes]
   * @param targets n classes
   * @param scale what the gradient is multiplied with, usually 1 / examples in the whole batch
   * @param dLogits [n, classes], becomes scale·(softmax − one-hot); may be the logits themselves;
   *     null when not needed
   * @param sum to which loss and right answers are added
   */
  void crossEntropy(Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum);

  /**
   * As {@link #crossEntropy}, but with exponentials, their sum and its logarithm rounded to single
   * precision, as usual elsewhere: a loss is then 0 or at least about 1.19e-7 wherever the target
   * is far ahead, and once the sum rounds to the target's own exponential, the gradient of the
   * target's logit is exactly 0 (softmax collapse; Prieto et al. 2025).
   */
  void crossEntropyInFloat(Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum);

  /**
   * As {@link #crossEntropy} with shares s(z)/Σs(z) in place of the softmax, s(z) = z + 1 for z ≥ 0
   * and 1/(1 − z) for z &lt; 0, in double (StableMax; Prieto et al. 2025): they grow linearly, so
   * no sum swallows the smaller ones.
   *
   * @param dLogits becomes scale·s′(zⱼ)·(1/Σs − [j = target]/s(zⱼ))
   */
  void stableMax(Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum);

  /**
   * Mean squared error of the logits against one-hot targets, in double; the mean goes over all
   * elements, classes included, like that of PyTorch's MSELoss: Σᵢ 1/classes·Σⱼ (zᵢⱼ − [j =
   * target])².
   *
   * @param dLogits becomes scale·2/classes·(z − one-hot)
   */
  void squaredError(Matrix logits, int[] targets, double scale, Matrix dLogits, LossSum sum);

  /**
   * Mean squared error of outputs against rows of real numbers, in double, over all columns: Σᵢ
   * 1/columns·Σⱼ (zᵢⱼ − values[rows[i], j])².
   *
   * @param outputs z, [n, columns]
   * @param values [any, columns]
   * @param rows n rows of values
   * @param tolerance an output is right when its own mean is below; 0 for: when no row of values is
   *     nearer
   * @param dOutputs becomes scale·2/columns·(z − value); may be the outputs themselves; null when
   *     not needed
   */
  void squaredDistance(
      Matrix outputs,
      Matrix values,
      int[] rows,
      double tolerance,
      double scale,
      Matrix dOutputs,
      LossSum sum);

  /**
   * Causal self-attention. With q, k, v the rows that are chosen, for each head: pattern =
   * softmax(q·kᵀ·scoreScale) over the visible positions, out = pattern·v.
   *
   * @param q rows of queries, [any, width]
   * @param asking which rows of q ask, of the n sequences
   * @param k rows of keys, [any, width]
   * @param v rows of values, [any, width]
   * @param keyRows n·context rows of k and v
   * @param pattern [queries, heads·context], 0 where not visible
   * @param out [queries, width]
   */
  void attention(
      AttentionShape shape,
      Matrix q,
      Queries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix out);

  /**
   * The backward pass of {@link #attention}; adds to dq, dk and dv at the rows that were read.
   *
   * @param dOut [queries, width]
   * @param dq as q
   * @param dk as k
   * @param dv as v
   */
  void attentionBackward(
      AttentionShape shape,
      Matrix q,
      Queries asking,
      Matrix k,
      Matrix v,
      Indices keyRows,
      Matrix pattern,
      Matrix dOut,
      Matrix dq,
      Matrix dk,
      Matrix dv);

  /**
   * The attention pattern of examples that all ask the same query, at the last position, so that a
   * row of the table has one score for each head: pattern[i, j·heads + h] = softmax over the
   * positions j of scoreScale·scores[keyRows[i·context + j], h].
   *
   * @param scores a score for each row and head, [rows, heads]
   * @param keyRows n·context rows of the table
   * @param pattern [n, context·heads]
   */
  void pattern(AttentionShape shape, Matrix scores, Indices keyRows, Matrix pattern);

  /** The backward pass of {@link #pattern}; adds to dScores at the rows that were read. */
  void patternBackward(
      AttentionShape shape, Matrix pattern, Matrix dPattern, Indices keyRows, Matrix dScores);

  /**
   * out[i] = Σ over the positions j and heads h of pattern[i, j·heads + h] · table h at
   * keyRows[i·context + j]: what the heads bring, or any linear image of it.
   *
   * @param pattern [n, context·heads]
   * @param keyRows n·context rows of the tables
   * @param tables the heads' tables side by side, [rows, heads·columns]
   * @param out [n, columns]
   */
  void mix(AttentionShape shape, Matrix pattern, Indices keyRows, Matrix tables, Matrix out);

  /**
   * The backward pass of {@link #mix}; adds to dPattern, and to dTables at the rows that were read.
   *
   * @param dOut [n, columns]
   */
  void mixBackward(
      AttentionShape shape,
      Matrix pattern,
      Indices keyRows,
      Matrix tables,
      Matrix dOut,
      Matrix dPattern,
      Matrix dTables);

  /**
   * One AdamW update of one parameter. Moments that have shrunk to where only denormal numbers
   * could follow are set to 0, because arithmetic on denormals is many times slower.
   */
  void adamW(AdamWStep step, Matrix weights, Matrix gradient, Matrix mean, Matrix meanSquare);

  /**
   * y = a·x + b·y, for matrices of the same shape. With b = 0 this copies; x may be y itself.
   *
   * @param x not changed, unless it is y
   */
  void blend(double a, Matrix x, double b, Matrix y);

  /** y += a·sign(x), where the sign of 0 is 0. */
  void addSigns(double a, Matrix x, Matrix y);

  /** x = sign(x)·max(|x| − by, 0): every value by so much nearer to 0, none beyond it. */
  void shrink(Matrix x, double by);

  /** x += sd·ε, with every ε drawn from the standard normal distribution, in the order of rows. */
  void addNoise(double sd, RandomGenerator random, Matrix x);

  /**
   * Draws what dropout multiplies activations with (Srivastava et al. 2014), in the order of rows:
   * 0 with the probability {@code rate}, else 1/(1 − rate), so that the mean is 1.
   *
   * @param rate at least 0, below 1
   */
  void drawMask(double rate, RandomGenerator random, Matrix mask);

  /** y[i, j] = mask[i, j]·x[i, j]; y may be x itself. */
  void timesElements(Matrix mask, Matrix x, Matrix y);

  /** Σ x·y, in double. */
  double dot(Matrix x, Matrix y);

  /** Σ x², in double. */
  double sumOfSquares(Matrix x);
}
