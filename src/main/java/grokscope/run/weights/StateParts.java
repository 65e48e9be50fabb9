package grokscope.run.weights;

import grokscope.config.knob.Messages;
import grokscope.run.format.ArrayFile;
import grokscope.run.format.StoredArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds which arrays of a file may be the weights of one network: all of them; those below what a
 * wrapper put before every name; or the model's part of a training state. Stateless.
 */
final class StateParts {
  private static final int LONGEST = 40;

  /** What the model is called in a training state, the surest first. */
  private static final List<String> MODEL =
      List.of(
          "model",
          "model_state_dict",
          "model_state",
          "state_dict",
          "net",
          "network",
          "params",
          "weights",
          "module");

  /** What a list of networks is called in one. */
  private static final List<String> LISTS =
      List.of("checkpoints", "state_dicts", "models", "states", "snapshots");

  /** What else a training state holds. */
  private static final Pattern TRAINING =
      Pattern.compile(
          "opt|optim.*|.*optimizer.*|.*sched.*|exp_avg.*|moment.*|ema.*|swa.*|.*rng.*|.*rand.*"
              + "|.*loss.*|.*acc|.*accuracy.*|.*accuracies|epochs?|.*steps?|iter.*|train.*|test.*"
              + "|val.*|checkpoints?|checkpoint_.*|state_dicts|norms|history|metrics?|config.*|args"
              + "|hyper.*|grad.*|.*data|labels?|key_freq.*|indices|.*_indices|seed|p|scaler|extra.*");

  /** What of it can stand beside the weights without a name for these. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "opt|optim.*|.*optimizer.*|.*sched.*|exp_avg.*|.*rng.*|ema.*|swa.*|scaler|grad.*|data");

  private StateParts() {}

  /** Every set of arrays to be tried, the one that leaves out least first. */
  static List<NamedArrays> of(ArrayFile file) {
    List<NamedArrays> all = new ArrayList<>();
    NamedArrays part = new NamedArrays("", file.arrays(), List.of());
    Set<String> facts = new TreeSet<>();
    file.facts().keySet().forEach(name -> facts.add(first(name)));
    while (true) {
      Map<String, List<StoredArray>> groups = groups(part);
      Optional<String> model = model(groups, part.root().isEmpty() ? facts : Set.of());
      if (model.isEmpty()) {
        Optional<NamedArrays> weights = weights(part, groups);
        if (weights.isPresent()) {
          part = weights.get();
          groups = groups(part);
        }
        all.add(part);
        if (groups.size() != 1 || groups.containsKey("")) {
          return List.copyOf(all);
        }
        String only = groups.keySet().iterator().next();
        part = below(part, only, in(groups, only), List.of());
      } else {
        part = below(part, model.get(), in(groups, model.get()), left(groups, model.get()));
      }
    }
  }

  /** Without what stands beside the weights; nothing where there is no such thing. */
  private static Optional<NamedArrays> weights(
      NamedArrays part, Map<String, List<StoredArray>> groups) {
    List<String> beside =
        groups.keySet().stream().filter(name -> BESIDE.matcher(lower(name)).matches()).toList();
    if (beside.isEmpty() || beside.size() == groups.size()) {
      return Optional.empty();
    }
    List<StoredArray> rest = new ArrayList<>(part.arrays());
    beside.forEach(name -> rest.removeAll(in(groups, name)));
    List<String> remarks = new ArrayList<>(part.remarks());
    remarks.add(
        "The file holds a training state: its weights were read, and not "
            + Messages.clipped(String.join(", ", beside), 2 * LONGEST)
            + ".");
    return Optional.of(new NamedArrays(part.root(), rest, remarks));
  }

  private static List<StoredArray> in(Map<String, List<StoredArray>> groups, String name) {
    return groups.getOrDefault(name, List.of());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static NamedArrays below(
      NamedArrays part, String group, List<StoredArray> arrays, List<String> more) {
    List<String> remarks = new ArrayList<>(part.remarks());
    remarks.addAll(more);
    return new NamedArrays(part.root() + group + ".", arrays, remarks);
  }

  /** The arrays by the first word of their names; those of one word under the empty one. */
  private static Map<String, List<StoredArray>> groups(NamedArrays part) {
    Map<String, List<StoredArray>> groups = new LinkedHashMap<>();
    for (StoredArray array : part.arrays()) {
      String name = part.name(array);
      String group = name.contains(".") ? first(name) : "";
      groups.computeIfAbsent(group, any -> new ArrayList<>()).add(array);
    }
    return groups;
  }

  private static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The group that is the model, where everything else belongs to its training. */
  private static Optional<String> model(Map<String, List<StoredArray>> groups, Set<String> facts) {
    boolean others = groups.size() > 1 || !facts.isEmpty();
    if (!others) {
      return numbered(groups);
    }
    for (String name : MODEL) {
      if (groups.containsKey(name) && othersTrain(groups, name)) {
        return Optional.of(name);
      }
    }
    for (String name : LISTS) {
      if (groups.containsKey(name) && othersTrain(groups, name)) {
        return Optional.of(name);
      }
    }
    List<String> untrained =
        groups.keySet().stream().filter(name -> !name.isEmpty() && !trains(name)).toList();
    boolean one = untrained.size() == 1 && groups.size() > 1;
    return one && othersTrain(groups, untrained.get(0))
        ? Optional.of(untrained.get(0))
        : numbered(groups);
  }

  /** The last of several networks that are numbered. */
  private static Optional<String> numbered(Map<String, List<StoredArray>> groups) {
    Optional<String> last = Optional.empty();
    for (String name : groups.keySet()) {
      if (!name.matches("\\d{1,9}")) {
        return Optional.empty();
      }
      boolean later = last.isEmpty() || Integer.parseInt(name) > Integer.parseInt(last.get());
      last = later ? Optional.of(name) : last;
    }
    boolean alike = last.isPresent() && groups.size() > 1 && hasNames(groups, last.get());
    return alike ? last : Optional.empty();
  }

  /** Whether every group has as many arrays as one, and there are names below the numbers. */
  private static boolean hasNames(Map<String, List<StoredArray>> groups, String one) {
    int count = in(groups, one).size();
    return count > 2 && groups.values().stream().allMatch(group -> group.size() == count);
  }

  private static boolean othersTrain(Map<String, List<StoredArray>> groups, String model) {
    for (Map.Entry<String, List<StoredArray>> group : groups.entrySet()) {
      if (group.getKey().isEmpty()) {
        if (!group.getValue().stream().allMatch(array -> trains(array.name()))) {
          return false;
        }
      } else if (!group.getKey().equals(model) && !trains(group.getKey())) {
        return false;
      }
    }
    return true;
  }

  private static boolean trains(String name) {
    return TRAINING.matcher(lower(name.substring(name.lastIndexOf('.') + 1))).matches();
  }

  private static List<String> left(Map<String, List<StoredArray>> groups, String model) {
    List<String> names = new ArrayList<>();
    Collection<String> keys = groups.keySet();
    for (String key : keys) {
      if (key.isEmpty()) {
        in(groups, key).stream()
            .filter(array -> !FileSplit.tells(array)) // the report has its own word on the split
            .forEach(array -> names.add(Messages.clipped(array.name(), LONGEST)));
      } else if (!key.equals(model)) {
        names.add(Messages.clipped(key, LONGEST));
      }
    }
    if (names.isEmpty()) {
      return List.of();
    }
    if (model.matches("\\d+")) {
      return List.of(
          "The file holds "
              + groups.size()
              + " networks; the last one, number "
              + model
              + ", was read.");
    }
    return List.of(
        "The file holds a training state: its \""
            + model
            + "\" was read, and not "
            + Messages.clipped(String.join(", ", names), 2 * LONGEST)
            + ".");
  }
}
