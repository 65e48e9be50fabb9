/**
 * What can be concluded from the course of a run: phases, and the one outcome that badge, sentence,
 * list and checks ask.
 */
package grokscope.measure.phase;
