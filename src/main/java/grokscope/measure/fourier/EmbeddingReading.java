package grokscope.measure.fourier;

import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a network holds of each number, and its frequencies where there are any. Where each operand
 * has a table of its own, all of them count, side by side: the power of a frequency is the sum over
 * the tables, and which operand comes first changes nothing. Immutable, any thread.
 *
 * @param weights which weights these are
 * @param table a row for each number
 * @param basis of the frequencies; none for an even number of numbers
 * @param spectrum of the table in that basis
 */
public record EmbeddingReading(
    NumberWeights weights, Table table, Optional<FourierBasis> basis, Optional<Spectrum> spectrum) {
  /**
   * Reads the weights of a network.
   *
   * @param numbers how many tokens stand for numbers
   * @param known a basis that may be used again
   * @return nothing when the network has no row for each number
   */
  public static Optional<EmbeddingReading> of(
      List<Tensor> weights, int numbers, Optional<FourierBasis> known) {
    boolean embedded = weights.stream().anyMatch(tensor -> tensor.part() == Part.EMBEDDING);
    Part part = embedded ? Part.EMBEDDING : Part.INPUT;
    List<Table> tables =
        weights.stream()
            .filter(tensor -> tensor.part() == part && numbers > 1)
            .filter(tensor -> tensor.shape().length == 2 && tensor.shape()[0] >= numbers)
            .map(tensor -> new Table(tensor.shape()[0], tensor.shape()[1], tensor.values()))
            .map(table -> table.firstRows(numbers))
            .toList();
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(read(NumberWeights.of(embedded), Table.beside(tables), known));
  }

  private static EmbeddingReading read(
      NumberWeights weights, Table table, Optional<FourierBasis> known) {
    int numbers = table.rows();
    Optional<FourierBasis> basis =
        numbers < 3 || numbers % 2 == 0
            ? Optional.empty()
            : known
                .filter(same -> same.p() == numbers)
                .or(() -> Optional.of(new FourierBasis(numbers)));
    return new EmbeddingReading(weights, table, basis, basis.map(of -> Spectrum.of(of, table)));
  }

  public int numbers() {
    return table.rows();
  }

  /** How many weights are not numbers, so that nothing else here is worth anything. */
  public int broken() {
    int broken = 0;
    for (int i = 0; i < size(); i++) {
      broken += Float.isFinite(table.values()[i]) ? 0 : 1;
    }
    return broken;
  }

  /** How many weights there are. */
  public int size() {
    return table.rows() * table.columns();
  }

  /** Each frequency's share of the power, the constant left out; empty without frequencies. */
  public double[] shares() {
    return spectrum.map(Spectrum::shares).orElse(new double[0]);
  }

  /** The frequencies with more than a quarter of the largest norm. */
  public int[] keys() {
    return spectrum
        .map(of -> KeyFrequencies.ofEmbedding(of, KeyFrequencies.QUARTER))
        .orElse(new int[0]);
  }

  /** The keys where these stand out among all frequencies; otherwise none. */
  public int[] standingOut() {
    int[] keys = keys();
    return KeyFrequencies.standOut(keys.length, shares().length) ? keys : new int[0];
  }

  /** The frequencies, the one with the largest share first. */
  public List<Integer> byShare() {
    double[] shares = shares();
    return IntStream.rangeClosed(1, shares.length)
        .boxed()
        .sorted((one, other) -> Double.compare(shares[other - 1], shares[one - 1]))
        .toList();
  }

  /** The table in double precision, the mean row taken away. */
  double[][] centered() {
    int columns = table.columns();
    double[] mean = new double[columns];
    double[][] rows = new double[numbers()][columns];
    for (int x = 0; x < rows.length; x++) {
      for (int column = 0; column < columns; column++) {
        rows[x][column] = table.values()[x * columns + column];
        mean[column] += rows[x][column] / rows.length;
      }
    }
    Arrays.stream(rows).forEach(row -> Arrays.setAll(row, column -> row[column] - mean[column]));
    return rows;
  }
}
