/**
 * Figures that can be printed: what a figure shows and how large (with its JSON), and the one code
 * that draws curves into files. Plain Java, without a toolkit.
 */
@NullMarked
package grokscope.figure.print;

import org.jspecify.annotations.NullMarked;
