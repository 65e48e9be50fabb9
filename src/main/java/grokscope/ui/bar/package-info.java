/** The strips at the top: run bar, presets, queue, story. */
@NullMarked
package grokscope.ui.bar;

import org.jspecify.annotations.NullMarked;
