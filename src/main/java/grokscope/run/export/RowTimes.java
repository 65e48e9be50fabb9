package grokscope.run.export;

import java.util.OptionalDouble;

/**
 * When the rows of a run were measured. The files of a run have no time for each row, so the time
 * that training took, where it is known, is spread evenly over the steps. Immutable, any thread.
 *
 * @param began when its folder was made, in seconds since 1970
 * @param perStep how many seconds a step took on average; empty where that was not kept
 * @param elsewhere whether it was trained by another program, and only imported here
 */
record RowTimes(double began, OptionalDouble perStep, boolean elsewhere) {
  /** Those of a run of this program. */
  RowTimes(double began, OptionalDouble perStep) {
    this(began, perStep, false);
  }

  /** The time of a step, in seconds since 1970. */
  double at(double step) {
    return began + step * perStep.orElse(0);
  }

  /** Where the times come from, in a sentence for those who read them. */
  String sentence() {
    if (elsewhere) {
      return "The networks were trained by another program, and nobody knows when: every row has"
          + " the time at which they were imported.";
    }
    return perStep.isPresent()
        ? "The times of the rows are not recorded: the time that training took, without pauses, is"
            + " spread evenly over the steps."
        : "The times of the rows were not kept: every row has the time at which the run began.";
  }
}
