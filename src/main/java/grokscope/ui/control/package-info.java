/** Small controls, and numbers in words. */
@NullMarked
package grokscope.ui.control;

import org.jspecify.annotations.NullMarked;
