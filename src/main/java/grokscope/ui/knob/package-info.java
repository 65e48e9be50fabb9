/** The experiment panel at the left: one row for each knob of the catalog. */
@NullMarked
package grokscope.ui.knob;

import org.jspecify.annotations.NullMarked;
