/**
 * The numeric ground: matrices, about fifteen operations on them, and the backends that carry them
 * out. The only room that knows ND4J.
 */
package grokscope.kernel;
