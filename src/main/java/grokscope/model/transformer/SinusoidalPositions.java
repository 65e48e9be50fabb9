package grokscope.model.transformer;

/** What tells positions apart where nothing is trained for it. Stateless, any thread. */
public final class SinusoidalPositions {
  private SinusoidalPositions() {}

  /**
   * sin(position/10000^(i/d)) in the even columns i, the cosine of the same after it; all over √d,
   * because embeddings have a standard deviation of 1/√d here and of 1 where waves are added as
   * they are (Power et al. 2022).
   *
   * @param positions how many rows
   * @param d their length, d_model
   * @return row by row, [positions, d]
   */
  public static double[] rows(int positions, int d) {
    double[] rows = new double[positions * d];
    for (int i = 0; i < rows.length; i++) {
      int position = i / d;
      int column = i % d;
      double angle = position / Math.pow(10_000, (column - column % 2) / (double) d);
      rows[i] = (column % 2 == 0 ? Math.sin(angle) : Math.cos(angle)) / Math.sqrt(d);
    }
    return rows;
  }
}
