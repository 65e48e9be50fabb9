/**
 * Measures of the circuit that solves addition modulo an odd p by rotations: spectra, restricted
 * and excluded loss, frequencies of neurons. Plain Java arrays, no state between two readings.
 */
@NullMarked
package grokscope.measure.fourier;

import org.jspecify.annotations.NullMarked;
