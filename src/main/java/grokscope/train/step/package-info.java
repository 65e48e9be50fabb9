/** One step: data, forward and backward passes over the lanes, the update. */
@NullMarked
package grokscope.train.step;

import org.jspecify.annotations.NullMarked;
