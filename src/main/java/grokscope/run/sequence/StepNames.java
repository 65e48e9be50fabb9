package grokscope.run.sequence;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.text.NumberText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the step in names such as {@code ckpt_1000.pth}: the whole number that is another in each
 * of them. Names that differ in anything else are of another kind, and the kind with most of them
 * counts. Stateless, any thread.
 */
final class StepNames {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?");
  private static final Pattern LAST_WORD = Pattern.compile("([a-z]+)[^a-z]*$");
  private static final Set<String> EPOCHS = Set.of("epoch", "epochs", "ep");

  /** What stands before a step, the surest first. */
  private static final List<Set<String>> LABELS =
      List.of(
          Set.of("step", "steps", "iter", "iters", "iteration", "iterations", "it", "update"),
          EPOCHS,
          Set.of("checkpoint", "checkpoints", "ckpt", "chkpt"));

  /** Names of what is kept beside a network, and is none. */
  private static final Pattern BESIDE =
      Pattern.compile("(?:^|[^a-z])(?:optim|opt[^a-z]|sched|rng|random_state|scaler|training_arg)");

  /** The last step that a run can have. */
  static final int LAST_STEP = 100_000_000;

  private static final int SHOWN = 60;
  private static final int NAMED = 3;

  private StepNames() {}

  /**
   * What was found.
   *
   * @param names by their steps
   * @param left the other names
   * @param epochs whether the steps are called epochs
   */
  record Found(SortedMap<Integer, String> names, List<String> left, boolean epochs) {}

  /** A name cut at its numbers: text, number, text, …, text. */
  private record Cut(String name, List<String> texts, List<String> numbers) {
    static Cut of(String name) {
      List<String> texts = new ArrayList<>();
      List<String> numbers = new ArrayList<>();
      Matcher number = NUMBER.matcher(name);
      int from = 0;
      while (number.find()) {
        texts.add(name.substring(from, number.start()));
        numbers.add(number.group());
        from = number.end();
      }
      texts.add(name.substring(from));
      return new Cut(name, texts, numbers);
    }
  }

  /** Whether a name is that of an optimiser's state or the like. */
  static boolean beside(String name) {
    return BESIDE.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /**
   * Finds the steps.
   *
   * @return nothing where no two names differ in a number only
   * @throws InvalidConfig with one sentence when more than one number could be the step, or two
   *     names have the same
   */
  static Optional<Found> find(List<String> names) throws InvalidConfig {
    List<List<Cut>> kinds = kinds(names);
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    List<Cut> most = kinds.get(0);
    if (kinds.size() > 1 && kinds.get(1).size() == most.size()) {
      throw new InvalidConfig(
          "",
          "its files are of more than one kind, such as "
              + shown(most.get(0))
              + " and "
              + shown(kinds.get(1).get(0))
              + "; keep those of one network in the folder");
    }
    int place = place(most);
    SortedMap<Integer, String> found = new TreeMap<>();
    for (Cut cut : most) {
      String twin = found.put(step(cut, place), cut.name());
      if (twin != null) {
        throw new InvalidConfig(
            "",
            "two of its files have the step "
                + NumberText.count(step(cut, place))
                + ", "
                + shown(twin)
                + " and "
                + shown(cut.name())
                + "; keep those of one run in the folder");
      }
    }
    List<String> left = names.stream().filter(name -> !found.containsValue(name)).toList();
    return Optional.of(new Found(found, left, EPOCHS.contains(label(most.get(0), place))));
  }

  /** Names that differ in numbers only and are more than one, the largest group first. */
  private static List<List<Cut>> kinds(List<String> names) {
    Map<List<String>, List<Cut>> byTexts = new LinkedHashMap<>();
    for (String name : names) {
      Cut cut = Cut.of(name);
      byTexts.computeIfAbsent(cut.texts(), texts -> new ArrayList<>()).add(cut);
    }
    return byTexts.values().stream()
        .filter(kind -> kind.size() > 1 && !beside(kind.get(0).name()))
        .sorted(Comparator.comparingInt(kind -> -kind.size()))
        .toList();
  }

  /** Which of their numbers is the step. */
  private static int place(List<Cut> kind) throws InvalidConfig {
    Cut first = kind.get(0);
    List<Integer> varying =
        IntStream.range(0, first.numbers().size())
            .filter(place -> varies(kind, place) && whole(kind, place))
            .boxed()
            .toList();
    if (varying.isEmpty()) {
      throw new InvalidConfig(
          "",
          "no whole number differs between "
              + shown(first)
              + " and "
              + shown(kind.get(1))
              + " that could be their step");
    }
    for (Set<String> words : LABELS) {
      List<Integer> labelled =
          varying.stream().filter(place -> words.contains(label(first, place))).toList();
      if (labelled.size() == 1) {
        return labelled.get(0);
      }
    }
    for (int place = 0; place < first.numbers().size(); place++) {
      if (LABELS.get(0).contains(label(first, place)) || EPOCHS.contains(label(first, place))) {
        return place; // what differs is something else, such as the seed
      }
    }
    if (varying.size() == 1) {
      return varying.get(0);
    }
    String numbers =
        varying.stream().map(place -> first.numbers().get(place)).collect(Collectors.joining(", "));
    throw new InvalidConfig(
        "",
        "more than one number differs between the names of its files, so in "
            + shown(first)
            + " each of "
            + numbers
            + " could be the step; put the word step before it, or keep the files of one run");
  }

  private static boolean varies(List<Cut> kind, int place) {
    Set<String> seen = new HashSet<>();
    kind.forEach(cut -> seen.add(cut.numbers().get(place)));
    return seen.size() > 1;
  }

  private static boolean whole(List<Cut> kind, int place) {
    return kind.stream().allMatch(cut -> cut.numbers().get(place).matches("\\d+"));
  }

  /** The word before a number. */
  private static String label(Cut cut, int place) {
    Matcher word = LAST_WORD.matcher(cut.texts().get(place).toLowerCase(Locale.ROOT));
    return word.find() ? word.group(1) : "";
  }

  private static int step(Cut cut, int place) throws InvalidConfig {
    BigInteger step = new BigInteger(cut.numbers().get(place));
    if (step.compareTo(BigInteger.valueOf(LAST_STEP)) > 0) {
      throw new InvalidConfig(
          "",
          "the number of "
              + shown(cut)
              + " is no step: a run has at most "
              + NumberText.count(LAST_STEP)
              + " of them");
    }
    return step.intValueExact();
  }

  private static String shown(Cut cut) {
    return shown(cut.name());
  }

  static String shown(String name) {
    return "“" + Messages.clipped(name, SHOWN) + "”";
  }

  /** Names in a sentence; of many, the first ones. */
  static String listed(List<String> names) {
    String first =
        names.stream().limit(NAMED).map(StepNames::shown).collect(Collectors.joining(", "));
    return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
  }
}
