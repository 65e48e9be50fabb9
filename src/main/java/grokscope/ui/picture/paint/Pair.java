package grokscope.ui.picture.paint;

/**
 * Two operands. Immutable, any thread.
 *
 * @param a the first
 * @param b the second
 */
public record Pair(int a, int b) {}
