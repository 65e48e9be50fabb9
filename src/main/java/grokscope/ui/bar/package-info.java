/** The strips at the top: run bar, presets, queue, story. */
package grokscope.ui.bar;
