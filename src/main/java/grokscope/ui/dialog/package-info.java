/** Dialogs in front of the window. */
@NullMarked
package grokscope.ui.dialog;

import org.jspecify.annotations.NullMarked;
