package grokscope.task;

/**
 * The size of pictures, in pixels. Immutable, any thread.
 *
 * @param width how many columns
 * @param height how many rows
 */
public record ImageSize(int width, int height) {}
