/**
 * What a run reports to the outside, in plain Java: samples, events and status, the hand-off
 * between the trainer thread and the readers, and the history that the screen keeps.
 */
@NullMarked
package grokscope.telemetry;

import org.jspecify.annotations.NullMarked;
