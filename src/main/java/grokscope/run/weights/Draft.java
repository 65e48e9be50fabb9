package grokscope.run.weights;

import grokscope.task.TaskShape;
import java.util.List;
import java.util.Map;

/** A network as its weights describe it, before a task is chosen for it. Immutable, any thread. */
interface Draft {
  /** What it is, in words: "a transformer of 1 layer, 4 heads and a width of 128". */
  String words();

  /** Which kind of network it is. */
  String type();

  /** Whole sentences on how its weights were read. */
  List<String> remarks();

  /** What its weights tell of its settings, whatever the task. */
  Map<String, Object> knobs();

  /** Of how many numbers its pairs may be, the likeliest first; none if it reads no pairs. */
  List<Integer> numbers();

  /** The ways in which it can do a task of some sizes, the likeliest first; none if it cannot. */
  List<Fitting> fit(TaskShape task);

  /** The same with those that only leave out what is zero, for settings that say so. */
  List<Fitting> fitLoosely(TaskShape task);
}
