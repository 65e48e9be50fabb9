package grokscope.run;

/**
 * A folder of a store from which no run can be read. Immutable, any thread.
 *
 * @param folder where it is
 * @param reason why, in one sentence
 */
public record BrokenRun(RunFolder folder, String reason) {}
