package grokscope.run.weights;

import grokscope.run.format.StoredArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which array is what in a transformer of PyTorch's layers, by names and shapes. Immutable.
 *
 * @param width d_model
 * @param embed [tokens, width]
 * @param positions [positions, width] or [1, positions, width]; empty where there are none
 * @param head [answers, width]; empty where the embedding answers
 * @param norm the stem of a LayerNorm before it; empty where there is none
 * @param blocks in their order
 */
record TorchNames(
    int width, String embed, String positions, String head, String norm, List<Block> blocks) {
  private static final Pattern JOINED =
      Pattern.compile("(.*?)([^.]*\\.)?(in_proj_weight|(qkv|to_qkv|c_attn|in_proj)\\.weight)");
  private static final Pattern QUERIES =
      Pattern.compile("(.*?)([^.]*\\.)?(q_proj|W_q|w_q|wq|to_q|query|q)\\.weight");

  /**
   * A block.
   *
   * @param joined queries, keys and values as one matrix; empty where they are three
   * @param apart these three
   * @param mlp its two matrices; none without an MLP
   * @param norms the stems of its LayerNorms
   */
  record Block(
      String joined, List<String> apart, String output, List<String> mlp, List<String> norms) {}

  /** What is what, if it is such a transformer. */
  static Optional<TorchNames> of(NamedArrays arrays) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    List<StoredArray> sorted = new ArrayList<>(arrays.arrays());
    sorted.sort(Comparator.comparing(array -> Stack.counted(arrays.name(array))));
    for (StoredArray array : sorted) {
      if (array.type().real() && array.size() > 1) {
        shapes.put(arrays.name(array), array.shape());
      }
    }
    return new Finding(shapes).names();
  }

  /** The bias that belongs to a matrix by its name. */
  static String biasOf(String matrix) {
    return matrix.replaceFirst("weight$", "bias");
  }

  /** One thread. */
  private static final class Finding {
    private final Map<String, int[]> left;
    private final Map<String, String> attentions = new TreeMap<>(); // matrix by the block's prefix
    private int width;

    Finding(Map<String, int[]> shapes) {
      left = shapes;
    }

    Optional<TorchNames> names() {
      for (Map.Entry<String, int[]> entry : left.entrySet()) {
        Matcher joined = JOINED.matcher(entry.getKey());
        Matcher queries = QUERIES.matcher(entry.getKey());
        int[] shape = entry.getValue();
        if (joined.matches() && shape.length == 2 && shape[0] == 3 * shape[1]) {
          width = shape[1];
          attentions.put(joined.group(1), entry.getKey());
        } else if (queries.matches() && shape.length == 2 && shape[0] == shape[1]) {
          width = shape[1];
          attentions.put(queries.group(1), entry.getKey());
        }
      }
      if (attentions.isEmpty()) {
        return Optional.empty();
      }
      String embed = matrix(name -> new Stack.Layer(name, 0, 0).embeds());
      String positions = positions();
      List<Block> blocks = new ArrayList<>();
      List<String> prefixes = new ArrayList<>(attentions.keySet());
      prefixes.sort(Comparator.comparing(Stack::counted));
      for (String prefix : prefixes) {
        Optional<Block> block = block(prefix, attentions.getOrDefault(prefix, ""));
        if (block.isEmpty()) {
          return Optional.empty();
        }
        blocks.add(block.get());
      }
      String head = matrix(name -> true);
      List<String> norms = norms("");
      return embed.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new TorchNames(
                  width, embed, positions, head, norms.isEmpty() ? "" : norms.get(0), blocks));
    }

    private Optional<Block> block(String prefix, String attention) {
      boolean joined = JOINED.matcher(attention).matches();
      String inside =
          attention.substring(0, attention.lastIndexOf('.', attention.length() - 8) + 1);
      if (joined && attention.endsWith("in_proj_weight")) {
        inside = attention.substring(0, attention.lastIndexOf('.') + 1);
      }
      List<String> apart = new ArrayList<>();
      if (!joined) {
        for (String letter : List.of("q", "k", "v")) {
          apart.add(other(attention, letter));
        }
        if (!left.keySet().containsAll(apart)) {
          return Optional.empty();
        }
      }
      left.remove(attention);
      left.keySet().removeAll(apart);
      String within = inside;
      String output = matrix(name -> name.startsWith(within) && !within.isEmpty());
      if (output.isEmpty()) {
        return Optional.empty();
      }
      List<String> mlp = new ArrayList<>();
      List<String> matrices =
          left.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(prefix) && entry.getValue().length == 2)
              .map(Map.Entry::getKey)
              .toList();
      boolean whole = !prefix.isEmpty() || matrices.size() > 2;
      for (String matrix : whole ? matrices : List.<String>of()) {
        int[] shape = left.getOrDefault(matrix, new int[2]);
        if (mlp.size() < 2 && shape[mlp.isEmpty() ? 1 : 0] == width) {
          mlp.add(matrix);
        }
      }
      if (mlp.size() == 1) {
        mlp.clear();
      }
      left.keySet().removeAll(mlp);
      return Optional.of(
          new Block(
              joined ? attention : "",
              apart,
              output,
              mlp,
              prefix.isEmpty() ? List.of() : norms(prefix)));
    }

    /** The name of keys or values beside that of queries. */
    private static String other(String queries, String letter) {
      return queries
          .replaceFirst(
              "query\\.weight$",
              letter.equals("q")
                  ? "query.weight"
                  : letter.equals("k") ? "key.weight" : "value.weight")
          .replaceFirst("q_proj\\.weight$", letter + "_proj.weight")
          .replaceFirst("([._]|w|^)q\\.weight$", "$1" + letter + ".weight");
    }

    private String matrix(Predicate<String> wanted) {
      for (Map.Entry<String, int[]> entry : left.entrySet()) {
        int[] shape = entry.getValue();
        boolean positions = new Stack.Layer(entry.getKey(), 0, 0).positions();
        if (shape.length == 2 && shape[1] == width && !positions && wanted.test(entry.getKey())) {
          left.remove(entry.getKey());
          return entry.getKey();
        }
      }
      return "";
    }

    private String positions() {
      for (Map.Entry<String, int[]> entry : left.entrySet()) {
        int[] shape = entry.getValue();
        boolean positions = new Stack.Layer(entry.getKey(), 0, 0).positions();
        if (positions && shape.length > 1 && shape[shape.length - 1] == width) {
          left.remove(entry.getKey());
          return entry.getKey();
        }
      }
      return "";
    }

    /** The stems of gains that stand below a prefix. */
    private List<String> norms(String prefix) {
      List<String> stems =
          left.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(prefix) && entry.getValue().length == 1)
              .map(Map.Entry::getKey)
              .filter(name -> name.matches(".*(norm|ln)[^.]*\\.weight"))
              .map(name -> name.replaceFirst("\\.weight$", ""))
              .toList();
      stems.forEach(stem -> left.remove(stem + ".weight"));
      return stems;
    }
  }
}
