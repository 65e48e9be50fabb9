/** Settings being edited, and settings in words. No toolkit. */
@NullMarked
package grokscope.ui.setting;

import org.jspecify.annotations.NullMarked;
