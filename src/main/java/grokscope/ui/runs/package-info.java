/** The list of runs at the bottom: rows, menu, actions. */
package grokscope.ui.runs;
