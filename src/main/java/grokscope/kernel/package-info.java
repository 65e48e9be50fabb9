/**
 * The numeric ground as contracts: matrices, families of operations on them ({@link
 * grokscope.kernel.Kernels}), lanes, random streams.
 */
@NullMarked
package grokscope.kernel;

import org.jspecify.annotations.NullMarked;
