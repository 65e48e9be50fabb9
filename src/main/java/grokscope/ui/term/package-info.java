/** The words of the field: what they mean, and how the window explains them where they stand. */
@NullMarked
package grokscope.ui.term;

import org.jspecify.annotations.NullMarked;
