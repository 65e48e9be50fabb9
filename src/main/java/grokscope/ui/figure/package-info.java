/** Saving figures: the form that asks what and how large, its preview, and what is remembered. */
@NullMarked
package grokscope.ui.figure;

import org.jspecify.annotations.NullMarked;
