package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.run.format.ArrayFile;
import grokscope.run.format.NumberType;
import grokscope.run.format.StoredArray;
import grokscope.task.PairSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which pairs a network was trained on, where its file says so. Stateless. */
final class FileSplit {
  private static final Pattern TRAINED = named("train");
  private static final Pattern TESTED = named("test|val|valid|validation");

  private static final int OPERANDS = 2;
  private static final int MARKED = 3;

  private FileSplit() {}

  private static Pattern named(String part) {
    return Pattern.compile(
        "(.*\\.)?((PART)_(indices|idx|ids|pairs|index|data|set|mask)|(PART)|is_(PART))"
            .replace("PART", part));
  }

  /** Whether an array is one of the lists that say the split, on either side of it. */
  static boolean tells(StoredArray array) {
    return array.type().whole()
        && (TRAINED.matcher(array.name()).matches() || TESTED.matcher(array.name()).matches());
  }

  /** The split, from a list or an array of numbers x·p + y or of pairs; nothing without one. */
  static Optional<PairSplit> of(ArrayFile file) throws InvalidConfig {
    for (StoredArray array : file.arrays()) {
      if (TRAINED.matcher(array.name()).matches() && array.type().whole()) {
        return of(array);
      }
    }
    for (Map.Entry<String, Object> fact : file.facts().entrySet()) {
      if (TRAINED.matcher(fact.getKey()).matches() && fact.getValue() instanceof List<?> list) {
        return of(list);
      }
    }
    return Optional.empty();
  }

  private static Optional<PairSplit> of(StoredArray array) throws InvalidConfig {
    int[] shape = array.shape();
    if (array.size() == 0) {
      return Optional.empty();
    }
    long[] values = array.wholeNumbers();
    boolean mask =
        array.type() == NumberType.BOOL
            || array.name().endsWith("is_train")
            || array.name().endsWith("mask");
    if (mask) { // a number for each pair, in a row or as a table
      boolean table = shape.length == 1 || (shape.length == 2 && shape[0] == shape[1]);
      return table ? Optional.of(PairSplit.ofNumbers(marked(values))) : Optional.empty();
    }
    if (shape.length == 1) {
      return Optional.of(PairSplit.ofNumbers(values));
    }
    if (shape.length == 2 && (shape[1] == OPERANDS || shape[1] == MARKED)) {
      int[] x = new int[shape[0]];
      int[] y = new int[shape[0]];
      for (int i = 0; i < x.length; i++) {
        x[i] = small(values[i * shape[1]]);
        y[i] = small(values[i * shape[1] + 1]);
      }
      return Optional.of(PairSplit.ofPairs(x, y));
    }
    return Optional.empty();
  }

  /** The places of what is not zero. */
  private static long[] marked(long[] values) {
    long[] places = new long[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }

  private static int small(long value) {
    return value < 0 || value > Integer.MAX_VALUE ? -1 : (int) value;
  }

  private static Optional<PairSplit> of(List<?> list) {
    List<Long> numbers = new ArrayList<>();
    List<int[]> pairs = new ArrayList<>();
    for (Object each : list) {
      if (each instanceof Long number) {
        numbers.add(number);
      } else if (each instanceof List<?> pair
          && pair.size() >= OPERANDS
          && pair.get(0) instanceof Long x
          && pair.get(1) instanceof Long y) {
        pairs.add(new int[] {small(x), small(y)});
      } else {
        return Optional.empty();
      }
    }
    if (!numbers.isEmpty() && pairs.isEmpty()) {
      return Optional.of(
          PairSplit.ofNumbers(numbers.stream().mapToLong(Long::longValue).toArray()));
    }
    return pairs.isEmpty() || !numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PairSplit.ofPairs(
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray()));
  }
}
