/** A run in words: badge, sentence, expectation, progress. No toolkit. */
package grokscope.ui.story;
