/** What is opened from disk: presets, runs, weights; by menu, drop or double click. */
@NullMarked
package grokscope.ui.opening;

import org.jspecify.annotations.NullMarked;
