/**
 * The files of a run and of other programs, each with its reader and, where this program writes it,
 * its writer: CSV, event lines, safetensors; PyTorch, pickles and NumPy are only read.
 */
@NullMarked
package grokscope.run.format;

import org.jspecify.annotations.NullMarked;
