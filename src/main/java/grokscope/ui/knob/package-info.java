/** The experiment panel at the left: one row for each knob of the catalog. */
package grokscope.ui.knob;
