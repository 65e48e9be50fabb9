package grokscope.train.step;

import grokscope.task.Examples;

/**
 * All examples twice: hidden ones always have their right answers, and some that are trained on may
 * have wrong ones, which are drawn once, for the training set at the start of the run. Immutable,
 * any thread.
 *
 * @param truth with the right answers
 * @param trained with the answers that are trained
 */
record AnsweredExamples(Examples truth, Examples trained) {}
