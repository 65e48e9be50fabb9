/**
 * The runs of the window, the controller that steers the trainer, and the intake of its telemetry.
 * No scene: plain classes that tests drive without a window.
 */
@NullMarked
package grokscope.ui.session;

import org.jspecify.annotations.NullMarked;
