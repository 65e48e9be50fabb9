/**
 * What can be concluded from the course of a run: phases, and the one outcome that badge, sentence,
 * list and checks ask.
 */
@NullMarked
package grokscope.measure.phase;

import org.jspecify.annotations.NullMarked;
