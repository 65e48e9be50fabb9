/**
 * Recognises networks: from the named arrays of a file to a network of this program, its weights in
 * this program's names and shapes, and the configs that could go with them. Every way of naming
 * weights is one file and one line in {@code Layouts}.
 */
@NullMarked
package grokscope.run.weights;

import org.jspecify.annotations.NullMarked;
