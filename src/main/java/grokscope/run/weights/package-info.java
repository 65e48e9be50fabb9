/**
 * Recognises networks: from the named arrays of a file to a network of this program, its weights in
 * this program's names and shapes, and the configs that could go with them. Every way of naming
 * weights is one file and one line in {@code Layouts}. More than 25 files: all steps of the way
 * work on the same named arrays, and a step that is a file can be read by itself. Begin with {@code
 * WeightsReader}; others see it, {@code FoundWeights}, {@code Candidate}, {@code RankedWeights} and
 * {@code PairList} only.
 */
@NullMarked
package grokscope.run.weights;

import org.jspecify.annotations.NullMarked;
