/**
 * Training: the experiment, the loop with its commands and states, and the session that other rooms
 * hold.
 */
package grokscope.train;
