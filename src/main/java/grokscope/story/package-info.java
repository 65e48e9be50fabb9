/**
 * A run in words: its account at a step (badge, phases, marks, sentence), what to expect of it, its
 * settings and its progress. Window, terminal, files and exports say nothing of a run but this. No
 * toolkit.
 */
@NullMarked
package grokscope.story;

import org.jspecify.annotations.NullMarked;
