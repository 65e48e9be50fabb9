package grokscope.figure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The colours of runs, in the window and in files. An index means the same hue on every ground, so
 * that a run is the blue one wherever it is seen. The twelve of a ground are told apart by every
 * kind of colour vision, the first ones best. Immutable, any thread.
 */
public final class RunColors {
  /** How many runs can have a colour of their own. */
  public static final int COUNT = 12;

  /** For light themes. */
  public static final RunColors LIGHT =
      new RunColors(
          0xffffff, 0x0072b2, 0xd04a00, 0x05a485, 0x591744, 0x474800, 0xc266ff, 0x004a7c, 0x8a4750,
          0x130d0c, 0x328ca0, 0x5e804c, 0xb200f4);

  /** For dark themes. */
  public static final RunColors DARK =
      new RunColors(
          0x0d1117, 0x56b4e9, 0xf0883e, 0xa1ffd4, 0xa7506d, 0xffd200, 0x8836ff, 0x017db4, 0xf00000,
          0xa0908d, 0x00e5fa, 0x98cc97, 0xe700bd);

  /** For white paper: darker than on a light screen, which is brighter than paper. */
  public static final RunColors PRINT =
      new RunColors(
          0xffffff, 0x005a9c, 0xb83c00, 0x038e77, 0x650037, 0xa87400, 0x7552f5, 0x003b63, 0x7f3124,
          0x52505f, 0x0f758a, 0x4c6e3b, 0xa902c2);

  private final int ground;
  private final int[] colors;

  private RunColors(int ground, int... colors) {
    if (colors.length != COUNT) {
      throw new IllegalArgumentException("not " + COUNT + " colours: " + Arrays.toString(colors));
    }
    this.ground = ground;
    this.colors = colors.clone();
  }

  /** What they are drawn on, as 0xRRGGBB. */
  public int ground() {
    return ground;
  }

  /** The first index that none of these is; empty where all are taken. */
  public static Optional<Integer> free(Collection<Integer> taken) {
    return IntStream.range(0, COUNT).boxed().filter(color -> !taken.contains(color)).findFirst();
  }

  /**
   * The colour of a run, as 0xRRGGBB.
   *
   * @param index that of its {@link RunIdentity#color()}
   */
  public int get(int index) {
    return colors[index];
  }
}
