/**
 * The way through the steps of a run from which a network is kept: the timeline knows them, the
 * cursor is one of them or now, and the bar moves it.
 */
@NullMarked
package grokscope.ui.time;

import org.jspecify.annotations.NullMarked;
