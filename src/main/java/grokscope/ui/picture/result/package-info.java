/** What came of many runs, by the settings in which they differ. */
@NullMarked
package grokscope.ui.picture.result;

import org.jspecify.annotations.NullMarked;
