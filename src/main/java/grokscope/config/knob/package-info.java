/**
 * What can be adjusted: the kinds of knob, how each is made and what it accepts, and how values are
 * put into words.
 */
@NullMarked
package grokscope.config.knob;

import org.jspecify.annotations.NullMarked;
