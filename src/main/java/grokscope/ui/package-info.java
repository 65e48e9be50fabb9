/**
 * The window: puts the rooms below together and drives them by one clock. Everything in {@code ui}
 * belongs to the FX thread.
 */
@NullMarked
package grokscope.ui;

import org.jspecify.annotations.NullMarked;
