package grokscope.kernel;

import java.util.Arrays;

/**
 * The queries of attention: rows of a matrix of queries, each of one sequence and at one position.
 * With a causal mask it sees that position and those before it, without a mask all positions. Every
 * sequence asks equally often. One of the trainer's threads fills it, then any of them may read.
 */
public final class AttentionQueries {
  private final Indices rows;
  private final int sequences;
  private final int perSequence;
  private final boolean bySequence;
  private final boolean causal;
  private final int[] positions;
  private final int[] visible;

  private AttentionQueries(
      Indices rows, int sequences, boolean bySequence, int context, boolean causal) {
    this.rows = rows;
    this.sequences = sequences;
    this.perSequence = rows.size() / sequences;
    this.bySequence = bySequence;
    this.causal = causal;
    positions = new int[rows.size()];
    visible = new int[rows.size()];
    Arrays.setAll(positions, i -> bySequence ? i % context : 0);
    Arrays.setAll(visible, i -> causal ? positions[i] + 1 : context);
  }

  /**
   * Every position of every sequence asks, in order, sequence after sequence.
   *
   * @param context positions of a sequence
   * @param causal whether a query sees nothing behind its own position
   */
  public static AttentionQueries everywhere(Indices rows, int context, boolean causal) {
    return new AttentionQueries(rows, rows.size() / context, true, context, causal);
  }

  /**
   * Some positions ask: first every sequence's first one, then every sequence's second one, and so
   * on. They are all 0 until {@link #ask}. Context and mask as there.
   */
  public static AttentionQueries at(Indices rows, int sequences, int context, boolean causal) {
    return new AttentionQueries(rows, sequences, false, context, causal);
  }

  /** Puts a sequence's n-th query at a position. */
  public void ask(int sequence, int n, int position) {
    int query = index(sequence, n);
    positions[query] = position;
    if (causal) {
      visible[query] = position + 1;
    }
  }

  /** The rows of the matrix of queries. */
  public Indices rows() {
    return rows;
  }

  /** How many queries there are. */
  public int size() {
    return rows.size();
  }

  /** Which of all queries is a sequence's n-th. */
  public int index(int sequence, int n) {
    return bySequence ? sequence * perSequence + n : n * sequences + sequence;
  }

  /** The positions at which a sequence asks, in the order of its queries. */
  public int[] positions(int sequence) {
    int[] asking = new int[perSequence];
    Arrays.setAll(asking, n -> positions[index(sequence, n)]);
    return asking;
  }

  /** How many sequences there are. */
  public int sequences() {
    return sequences;
  }

  /** How many queries each of them has. */
  public int perSequence() {
    return perSequence;
  }

  /** Whether a sequence's queries are neighbours; otherwise the sequences' n-th ones are. */
  public boolean bySequence() {
    return bySequence;
  }

  /** The sequence of a query. */
  public int sequence(int query) {
    return bySequence ? query / perSequence : query % sequences;
  }

  /** How many positions, from the first, a query may look at. */
  public int visible(int query) {
    return visible[query];
  }
}
