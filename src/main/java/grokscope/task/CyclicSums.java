package grokscope.task;

/**
 * That a task is the whole table of x + y or x − y modulo p, in the order of (x, y), so that what a
 * network does with it can be read in frequencies. Immutable, any thread.
 *
 * @param modulus p, odd
 * @param subtracts whether the answer is x − y
 */
public record CyclicSums(int modulus, boolean subtracts) {}
