package grokscope.run.sweep;

import grokscope.measure.phase.SeedSpread;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Runs that have the same values of what is looked at. Immutable, any thread.
 *
 * @param value that of the varied setting; empty where a run has no such setting
 * @param series that of the second varied setting; empty where there is none
 * @param runs at least one, whatever became of them
 */
public record SweepGroup(Optional<Object> value, Optional<Object> series, List<SweepRun> runs) {
  static final String NEVER = "never";

  public SweepGroup {
    runs = List.copyOf(runs);
  }

  /** Those that say something about their settings. */
  public List<SweepRun> counted() {
    return SweepRun.counted(runs);
  }

  /** Over the steps at which they had memorised. */
  public Optional<SeedSpread> memorized() {
    return spread(counted(), SweepRun::memorized);
  }

  /** Over the steps at which they had understood the hidden examples. */
  public Optional<SeedSpread> generalized() {
    return spread(counted(), SweepRun::generalized);
  }

  private static Optional<SeedSpread> spread(
      List<SweepRun> runs, ToDoubleFunction<SweepRun> number) {
    return SeedSpread.of(runs.stream().mapToDouble(number).toArray());
  }

  /** How many grokked, of those that count: "3/5". */
  public String grokked() {
    long grokked = counted().stream().filter(SweepRun::grokked).count();
    return grokked + "/" + counted().size();
  }

  /**
   * When they had memorised: "120 (110–140)".
   *
   * @param number writes a step
   */
  public String memorizedWords(DoubleFunction<String> number) {
    return words(counted(), SweepRun::memorized, number);
  }

  /** When they had understood: "2100 (1800–never)". */
  public String generalizedWords(DoubleFunction<String> number) {
    return words(counted(), SweepRun::generalized, number);
  }

  /** How many steps lay between: "1980 (1700–never)". */
  public String delayWords(DoubleFunction<String> number) {
    return words(
        counted(),
        run -> run.delay().map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY),
        number);
  }

  private static String words(
      List<SweepRun> runs, ToDoubleFunction<SweepRun> step, DoubleFunction<String> number) {
    return words(runs.stream().mapToDouble(step).toArray(), number);
  }

  /**
   * Median and range of a number: "2100 (1800–never)".
   *
   * @param values one per run; infinite for what never happened
   * @param number writes a finite one
   */
  public static String words(double[] values, DoubleFunction<String> number) {
    Optional<SeedSpread> known = SeedSpread.of(values);
    if (known.isEmpty()) {
      return "-";
    }
    SeedSpread spread = known.get();
    DoubleFunction<String> said = value -> Double.isInfinite(value) ? NEVER : number.apply(value);
    String median = said.apply(spread.median());
    return spread.least() == spread.most()
        ? median
        : median + " (" + said.apply(spread.least()) + "–" + said.apply(spread.most()) + ")";
  }
}
