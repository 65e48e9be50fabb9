/**
 * Many runs from one description: variations of a config, planned and checked before the first one
 * starts.
 */
@NullMarked
package grokscope.config.queue;

import org.jspecify.annotations.NullMarked;
