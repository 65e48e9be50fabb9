package grokscope.figure.ink;

/**
 * How a text looks. Immutable, any thread.
 *
 * @param size in points
 * @param bold whether it is
 * @param color of its letters, as 0xRRGGBB
 */
public record Letters(double size, boolean bold, int color) {}
