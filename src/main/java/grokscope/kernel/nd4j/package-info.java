/** Kernels as plain ND4J operations, in float or double, on any of ND4J's devices. */
@NullMarked
package grokscope.kernel.nd4j;

import org.jspecify.annotations.NullMarked;
