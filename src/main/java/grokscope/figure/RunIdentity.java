package grokscope.figure;

import grokscope.run.Remarks;
import grokscope.run.RunNumber;

/**
 * What a run is told by wherever it is named or drawn: in the list, in legends, charts, pictures,
 * menus and exported files. Immutable, any thread.
 *
 * @param number counts the runs of a folder of runs from 1 and is never given twice; 0 for what is
 *     no run of such a folder
 * @param name what the user called it, or what it was started from
 * @param color an index into {@link RunColors}
 */
public record RunIdentity(int number, String name, int color) {
  public RunIdentity {
    if (number < 0 || color < 0 || color >= RunColors.COUNT) {
      throw new IllegalArgumentException("no identity: number " + number + ", color " + color);
    }
  }

  /**
   * That of a run.
   *
   * @param preset the title of the preset that it was started from; empty where there is none
   * @param folder the name of its folder, which is its name where it has no other
   */
  public static RunIdentity of(RunNumber number, Remarks remarks, String preset, String folder) {
    int kept = number.color().orElse(-1);
    return new RunIdentity(
        number.number(),
        name(remarks, preset, folder),
        kept >= 0 && kept < RunColors.COUNT ? kept : usualColor(number.number()));
  }

  /** The name of a run: what the user called it, or its preset, or its folder. */
  private static String name(Remarks remarks, String preset, String folder) {
    if (!remarks.name().isEmpty()) {
      return remarks.name();
    }
    return preset.isEmpty() ? folder : preset;
  }

  /** The colour of a number, as long as no other run is drawn in it. */
  public static int usualColor(int number) {
    return Math.floorMod(number - 1, RunColors.COUNT);
  }

  /** Number and name, such as “#3 Ungrokking”; the name alone where there is no number. */
  public String label() {
    return number == 0 ? name : ("#" + number + " " + name).strip();
  }

  /** The same run after the user has said something else of it. */
  public RunIdentity with(Remarks remarks, String preset, String folder) {
    return new RunIdentity(number, name(remarks, preset, folder), color);
  }

  /** The same run in another colour. */
  public RunIdentity in(int other) {
    return new RunIdentity(number, name, other);
  }
}
