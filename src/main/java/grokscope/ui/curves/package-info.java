/** The curves of the shown run, and what is computed again after its end. */
@NullMarked
package grokscope.ui.curves;

import org.jspecify.annotations.NullMarked;
