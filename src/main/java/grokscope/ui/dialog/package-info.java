/** What stands before the window. */
@NullMarked
package grokscope.ui.dialog;

import org.jspecify.annotations.NullMarked;
