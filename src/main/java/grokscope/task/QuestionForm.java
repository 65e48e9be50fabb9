package grokscope.task;

import grokscope.telemetry.snapshot.AskedSequence;

/** How questions of a task are written, and what their answers are. Immutable, any thread. */
public interface QuestionForm {
  /** What can be asked, as a sentence: "Two numbers of at most 3 digits: 309 + 204." */
  String allowed();

  /**
   * The question that somebody typed.
   *
   * @throws UnreadableQuestion when it is none of this task
   */
  AskedSequence read(String typed) throws UnreadableQuestion;

  /**
   * A sequence of the task, as it could be typed.
   *
   * @param tokens one for each position
   */
  String write(int[] tokens);
}
