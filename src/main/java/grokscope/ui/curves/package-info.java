/** The curves of the shown run, and what is read again when it is over. */
@NullMarked
package grokscope.ui.curves;

import org.jspecify.annotations.NullMarked;
