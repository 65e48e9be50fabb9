/**
 * What is said of a network's weights: one list of warnings, sentences and numbers for the window,
 * the command line and its JSON.
 */
@NullMarked
package grokscope.train.report;

import org.jspecify.annotations.NullMarked;
