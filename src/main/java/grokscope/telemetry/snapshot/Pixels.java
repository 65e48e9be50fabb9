package grokscope.telemetry.snapshot;

import java.util.List;

/**
 * The pixels of some examples that are pictures. Nobody writes to the array after construction; any
 * thread may read.
 *
 * @param examples rows of the task's table
 * @param levels picture after picture, row after row; from 0, nothing, to 255; unsigned
 */
// A plain array on purpose: nothing compares pixels.
@SuppressWarnings("ArrayRecordComponent")
public record Pixels(List<Integer> examples, byte[] levels) {
  public Pixels {
    examples = List.copyOf(examples);
  }
}
