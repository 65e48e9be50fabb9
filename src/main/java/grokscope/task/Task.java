package grokscope.task;

import grokscope.config.Settings;

/** Makes the table of one kind of task. Stateless, any thread. */
public interface Task {
  /** The sizes that these settings lead to, without making the table. */
  TaskShape shape(Settings settings);

  /** The whole table. */
  Examples examples(Settings settings);

  /** What there is to learn, in a few words: "x + y mod 59". */
  String title(Settings settings);
}
