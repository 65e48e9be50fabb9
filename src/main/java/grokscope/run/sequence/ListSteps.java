package grokscope.run.sequence;

import grokscope.config.InvalidConfig;
import grokscope.run.format.ArrayFile;
import grokscope.run.format.StoredArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of the networks in a file. Immutable, any thread.
 *
 * @param steps one for each network, in the order of the list
 * @param remarks how they were found
 */
record ListSteps(List<Integer> steps, List<String> remarks) {
  private static final String EPOCH = "epoch";

  ListSteps {
    steps = List.copyOf(steps);
    remarks = List.copyOf(remarks);
  }

  /** Those that the file tells beside a list, or else the numbers of its members. */
  static ListSteps of(ArrayFile file, List<Integer> indices) throws InvalidConfig {
    Map<String, List<Integer>> told = told(file, indices.size());
    boolean counted = indices.get(indices.size() - 1) == indices.size() - 1;
    if (!counted) {
      return new ListSteps(indices, List.of()); // a dict, whose keys are the steps
    }
    if (told.isEmpty()) {
      return new ListSteps(
          indices,
          List.of(
              "The file does not say at which steps its networks were kept, so they are counted"
                  + " from 0."));
    }
    Optional<String> checkpoints =
        told.keySet().stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).contains("checkpoint"))
            .findFirst();
    if (told.values().stream().distinct().count() > 1 && checkpoints.isEmpty()) {
      throw new InvalidConfig(
          "",
          "more than one of its lists could be the steps of its networks: "
              + StepNames.listed(List.copyOf(told.keySet())));
    }
    String name = checkpoints.orElse(told.keySet().iterator().next());
    boolean epochs = name.toLowerCase(Locale.ROOT).contains(EPOCH);
    return new ListSteps(
        told.getOrDefault(name, List.of()),
        epochs
            ? List.of("The steps are the epochs that the file lists as " + name + ".")
            : List.of());
  }

  /** What could be the steps of this many networks: lists of so many numbers, by their names. */
  static Map<String, List<Integer>> told(ArrayFile file, int networks) {
    Map<String, List<Integer>> told = new LinkedHashMap<>();
    file.facts()
        .forEach(
            (name, value) -> {
              if (value instanceof List<?> list && list.size() == networks && says(name)) {
                growing(list).ifPresent(steps -> told.put(name, steps));
              }
            });
    for (StoredArray array : file.arrays()) {
      boolean fits = Arrays.equals(array.shape(), new int[] {networks}) && array.type().whole();
      if (fits && says(array.name())) {
        whole(array).flatMap(ListSteps::growing).ifPresent(steps -> told.put(array.name(), steps));
      }
    }
    return told;
  }

  private static boolean says(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains(EPOCH) || lower.contains("step") || lower.contains("iter");
  }

  private static Optional<List<?>> whole(StoredArray array) {
    try {
      return Optional.of(Arrays.stream(array.wholeNumbers()).boxed().toList());
    } catch (InvalidConfig unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<List<Integer>> growing(List<?> values) {
    List<Integer> steps = new ArrayList<>();
    for (Object value : values) {
      boolean next =
          value instanceof Long step
              && step >= 0
              && step <= StepNames.LAST_STEP
              && (steps.isEmpty() || step > steps.get(steps.size() - 1));
      if (!next) {
        return Optional.empty();
      }
      steps.add(((Long) value).intValue());
    }
    return Optional.of(steps);
  }
}
