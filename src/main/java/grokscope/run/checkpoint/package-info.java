/** A run's whole state at one step, on disk, and which of them are kept. */
@NullMarked
package grokscope.run.checkpoint;

import org.jspecify.annotations.NullMarked;
