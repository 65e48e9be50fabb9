/**
 * The loop over steps on the trainer thread: orders, questions, measurements, checkpoints; and the
 * session that other rooms hold.
 */
@NullMarked
package grokscope.train.loop;

import org.jspecify.annotations.NullMarked;
