package grokscope.run.sequence;

import grokscope.run.format.ArrayFile;
import grokscope.run.format.StoredArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arrays of a file that are members of one list or of one dict with numbers for keys. Immutable,
 * any thread.
 *
 * @param prefix what stands before the numbers: {@code checkpoints.}; may be empty
 * @param members the arrays of each, by their numbers
 */
record NetworkList(String prefix, SortedMap<Integer, List<StoredArray>> members) {
  private static final Pattern MEMBER = Pattern.compile("((?:[^.]+\\.)?)([0-9]{1,9})\\.(.+)");

  /** The lists of networks in a file. The blocks of one network are none, nor are its layers. */
  static List<NetworkList> in(ArrayFile file) {
    Map<String, SortedMap<Integer, List<StoredArray>>> lists = new LinkedHashMap<>();
    for (StoredArray array : file.arrays()) {
      Matcher member = MEMBER.matcher(array.name());
      if (member.matches()) {
        lists
            .computeIfAbsent(member.group(1), prefix -> new TreeMap<>())
            .computeIfAbsent(Integer.valueOf(member.group(2)), number -> new ArrayList<>())
            .add(array.named(member.group(3)));
      }
    }
    List<NetworkList> found = new ArrayList<>();
    lists.forEach((prefix, members) -> found.add(new NetworkList(prefix, members)));
    List<NetworkList> named = found.stream().filter(NetworkList::saysSo).toList();
    return named.isEmpty() ? found.stream().filter(list -> list.looksLike(file)).toList() : named;
  }

  /** Whether its name says that it has networks. */
  private boolean saysSo() {
    String lower = prefix.toLowerCase(Locale.ROOT);
    boolean said =
        lower.contains("checkpoint") || lower.contains("state_dict") || lower.contains("ckpt");
    return said && members.size() > 1;
  }

  /** Whether all members are alike, look like networks, and steps are told beside them. */
  private boolean looksLike(ArrayFile file) {
    boolean counted = members.lastKey() == members.size() - 1;
    return members.size() > 1
        && members.values().stream().map(NetworkList::shapes).distinct().count() == 1
        && arrays(members.firstKey()).stream().anyMatch(NetworkList::embeds)
        && !(counted && ListSteps.told(file, members.size()).isEmpty());
  }

  private static Map<String, List<Integer>> shapes(List<StoredArray> arrays) {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    arrays.forEach(
        array -> shapes.put(array.name(), Arrays.stream(array.shape()).boxed().toList()));
    return shapes;
  }

  private static boolean embeds(StoredArray array) {
    return array.name().toLowerCase(Locale.ROOT).contains("embed");
  }

  /** What it is called. */
  String name() {
    return prefix.isEmpty() ? "the file itself" : prefix.substring(0, prefix.length() - 1);
  }

  /** The numbers of its members, growing. */
  List<Integer> indices() {
    return List.copyOf(members.keySet());
  }

  /** The arrays of a member, without the prefix. */
  List<StoredArray> arrays(int index) {
    return members.getOrDefault(index, List.of());
  }
}
