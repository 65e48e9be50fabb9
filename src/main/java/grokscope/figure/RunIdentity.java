package grokscope.figure;

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

  /** What a run has that nobody has given another colour. */
  public static RunIdentity of(int number, String name) {
    return new RunIdentity(number, name, usualColor(number));
  }

  /** The colour of a number, as long as no other run is drawn in it. */
  public static int usualColor(int number) {
    return Math.floorMod(number - 1, RunColors.COUNT);
  }

  /** Number and name, such as “#3 Ungrokking”; the name alone where there is no number. */
  public String label() {
    return number == 0 ? name : ("#" + number + " " + name).strip();
  }

  /** The same run under another name. */
  public RunIdentity named(String other) {
    return new RunIdentity(number, other, color);
  }
}
