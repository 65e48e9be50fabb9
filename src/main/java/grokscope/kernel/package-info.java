/**
 * The numeric ground: matrices, some thirty operations on them, and the backends that carry them
 * out. The only room that knows ND4J.
 */
package grokscope.kernel;
