package grokscope.kernel;

import java.util.Arrays;

/**
 * The queries of causal attention: rows of a matrix of queries, each of one sequence and at one
 * position, from which it sees that position and those before it. Every sequence asks equally
 * often. One of the trainer's threads fills it, then any of them may read.
 */
public final class AttentionQueries {
  private final Indices rows;
  private final int sequences;
  private final int perSequence;
  private final boolean bySequence;
  private final int[] visible;

  private AttentionQueries(Indices rows, int sequences, boolean bySequence) {
    this.rows = rows;
    this.sequences = sequences;
    this.perSequence = rows.size() / sequences;
    this.bySequence = bySequence;
    this.visible = new int[rows.size()];
  }

  /** Every position of every sequence asks, in order, sequence after sequence. */
  public static AttentionQueries everywhere(Indices rows, int context) {
    AttentionQueries all = new AttentionQueries(rows, rows.size() / context, true);
    Arrays.setAll(all.visible, i -> i % context + 1);
    return all;
  }

  /**
   * Some positions ask: first every sequence's first one, then every sequence's second one, and so
   * on. They are all 0 until {@link #ask}.
   */
  public static AttentionQueries at(Indices rows, int sequences) {
    AttentionQueries some = new AttentionQueries(rows, sequences, false);
    Arrays.fill(some.visible, 1);
    return some;
  }

  /** Puts a sequence's n-th query at a position. */
  public void ask(int sequence, int n, int position) {
    visible[index(sequence, n)] = position + 1;
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
    int[] positions = new int[perSequence];
    Arrays.setAll(positions, n -> visible[index(sequence, n)] - 1);
    return positions;
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
