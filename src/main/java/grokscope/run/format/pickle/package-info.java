/**
 * Python pickles as data: what a pickle would make Python build, with nothing of it built. Knows
 * the opcodes, the names of Python, PyTorch and NumPy that may be called, and what they mean for
 * arrays; knows no files.
 */
@NullMarked
package grokscope.run.format.pickle;

import org.jspecify.annotations.NullMarked;
