/** What is opened from disk: presets, runs, weights; by menu, drop or double click. */
package grokscope.ui.opening;
