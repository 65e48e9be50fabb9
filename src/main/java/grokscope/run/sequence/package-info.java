/**
 * Checkpoints that another program kept of one training, imported as a run: finding them and their
 * steps, reading one after the other, having them measured, writing the folder.
 */
@NullMarked
package grokscope.run.sequence;

import org.jspecify.annotations.NullMarked;
