package grokscope.ui.picture;

/**
 * Two operands. Immutable, any thread.
 *
 * @param a the first
 * @param b the second
 */
record Pair(int a, int b) {}
