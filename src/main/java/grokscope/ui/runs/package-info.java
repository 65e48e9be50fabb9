/** The list of runs at the bottom: rows, menu, actions. */
@NullMarked
package grokscope.ui.runs;

import org.jspecify.annotations.NullMarked;
