/** A run in words: badge, sentence, expectation, progress. No toolkit. */
@NullMarked
package grokscope.ui.story;

import org.jspecify.annotations.NullMarked;
