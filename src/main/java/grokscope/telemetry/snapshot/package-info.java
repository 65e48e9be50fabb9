/** A network at one step, copied for pictures: what can be asked for, and what comes back. */
@NullMarked
package grokscope.telemetry.snapshot;

import org.jspecify.annotations.NullMarked;
