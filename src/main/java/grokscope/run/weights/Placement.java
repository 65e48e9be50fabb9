package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.run.format.StoredArray;
import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which arrays of a network have found their place, and what becomes of the others: what changes
 * nothing is left out and said, and what would change the function is refused by its name. One
 * thread.
 */
final class Placement {
  private static final int LONGEST = 60;
  private static final int NAMED = 3;

  /** Buffers that hold no more than which positions see which, or what is put in their place. */
  private static final Set<String> BUFFERS =
      Set.of(
          "mask",
          "IGNORE",
          "causal_mask",
          "attn_mask",
          "src_mask",
          "tril",
          "masked_bias",
          "position_ids",
          "positions_ids",
          "num_batches_tracked",
          "token_type_ids");

  private static final Pattern ROTARY = Pattern.compile("(.*\\.)?(rotary\\w*|inv_freq)");

  private final NamedArrays arrays;
  private final Map<String, StoredArray> left = new LinkedHashMap<>();
  private final List<Tensor> placed = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Placement(NamedArrays arrays) {
    this.arrays = arrays;
    arrays.arrays().forEach(array -> left.put(arrays.name(array), array));
  }

  /** Whether there is an array of real numbers with this name that has found no place yet. */
  boolean has(String name) {
    StoredArray array = left.get(name);
    return array != null && array.type().real() && array.size() > 0;
  }

  /** The shape of an array that has found no place yet; without dimensions where there is none. */
  int[] shape(String name) {
    StoredArray array = left.get(name);
    return array == null ? new int[0] : array.shape();
  }

  /** Takes an array, if there is one, out of those that have no place. */
  Optional<Tensor> take(String name) throws InvalidConfig {
    StoredArray array = left.get(name);
    if (array == null || !has(name)) {
      return Optional.empty();
    }
    Tensor tensor = array.tensor();
    left.remove(name);
    placed.add(tensor);
    return Optional.of(tensor);
  }

  /** Takes a buffer that is no weight, if there is one. */
  Optional<StoredArray> takeBuffer(String name) {
    return Optional.ofNullable(left.remove(name));
  }

  /** Says something about what was done with an array. */
  void remark(String sentence) {
    remarks.add(sentence);
  }

  /** The whole name of an array in the file. */
  String whole(String name) {
    return Messages.clipped(arrays.root() + name, LONGEST);
  }

  /** The refusal of an array that would change the function. */
  InvalidConfig refusal(String name, Tensor tensor, String why) {
    Tensor all = // the array as it is stored, of which the tensor may be a part
        placed.stream()
            .filter(each -> each.name().equals(arrays.root() + name))
            .findFirst()
            .orElse(tensor);
    return new InvalidConfig(
        whole(name),
        Arrays.toString(all.shape())
            + String.format(
                Locale.ROOT, " is not zero (its largest value is %.3g), and ", Turned.largest(all))
            + why);
  }

  /**
   * Gives an account of what is left.
   *
   * @return sentences on what was left out
   * @throws InvalidConfig naming the first array that would change the function
   */
  List<String> finish() throws InvalidConfig {
    List<String> idle = new ArrayList<>();
    List<String> zero = new ArrayList<>();
    List<String> copies = new ArrayList<>();
    for (Map.Entry<String, StoredArray> entry : left.entrySet()) {
      String name = entry.getKey();
      StoredArray array = entry.getValue();
      if (array.size() == 0 || FileSplit.tells(array)) {
        continue; // it holds nothing, or the split, of which the report has its own word
      }
      if (ROTARY.matcher(name).matches()) {
        throw new InvalidConfig(
            whole(name), "belongs to rotary positions, which no network here has");
      }
      if (!array.type().real() || BUFFERS.contains(name.substring(name.lastIndexOf('.') + 1))) {
        idle.add(whole(name));
        continue;
      }
      Tensor tensor = array.tensor();
      if (Turned.isZero(tensor) && array.shape().length < 3 && isBias(array)) {
        zero.add(whole(name));
      } else if (placed.stream().anyMatch(other -> Turned.copies(tensor, other))) {
        copies.add(whole(name));
      } else {
        throw new InvalidConfig(
            whole(name),
            Arrays.toString(array.shape())
                + " has no place in a network of this program"
                + (array.shape().length == 1 && !Turned.isZero(tensor)
                    ? String.format(
                        Locale.ROOT,
                        ", and it is not zero: its largest value is %.3g",
                        Turned.largest(tensor))
                    : ""));
      }
    }
    say(idle, "it is no weight", "they are no weights");
    say(zero, "it is zero", "they are zero");
    say(copies, "it is a copy of another array", "they are copies of other arrays");
    return List.copyOf(remarks);
  }

  private static boolean isBias(StoredArray array) {
    String name = array.name().substring(array.name().lastIndexOf('.') + 1);
    return array.shape().length <= 1 || name.startsWith("b") || name.startsWith("in_proj_b");
  }

  private void say(List<String> names, String why, String whyAll) {
    int count = names.size();
    if (count == 0) {
      return;
    }
    String shown = String.join(", ", names.subList(0, Math.min(NAMED, count)));
    String more = count > NAMED ? " and " + (count - NAMED) + " more" : "";
    remarks.add(
        shown
            + more
            + (count == 1 ? " was left out, because " + why : " were left out, because " + whyAll)
            + ".");
  }
}
