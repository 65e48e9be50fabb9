package grokscope.train.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands behind the words of a line or in a cell. Immutable, any thread. */
public sealed interface Value {
  /** A count. */
  record Whole(long number) implements Value {}

  /** A number; NaN where the weights do not give one. */
  record Real(double number) implements Value {}

  /** A part of a whole, from 0 to 1; NaN likewise. */
  record Share(double number) implements Value {}

  /** Frequencies, and the like. */
  record Wholes(List<Integer> numbers) implements Value {
    public Wholes {
      numbers = List.copyOf(numbers);
    }
  }

  /** Numbers in the order of others. */
  record Shares(List<Double> numbers) implements Value {
    public Shares {
      numbers = List.copyOf(numbers);
    }
  }

  /** How many there are of each, ascending. */
  record Counts(Map<Integer, Integer> counts) implements Value {
    public Counts {
      counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }
  }

  /** Words. */
  record Words(String text) implements Value {}
}
