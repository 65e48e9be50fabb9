/**
 * Kernels on the memory of the processor: products by OpenBLAS, everything else as loops over
 * blocks on the Java heap that the compiler vectorises.
 */
@NullMarked
package grokscope.kernel.cpu;

import org.jspecify.annotations.NullMarked;
