package grokscope.figure;

import grokscope.config.RunConfig;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
  private static final int SEVERAL = 3; // that are listed one by one

  public RunIdentity {
    if (number < 0 || color < 0 || color >= RunColors.COUNT) {
      throw new IllegalArgumentException("no identity: number " + number + ", color " + color);
    }
  }

  /**
   * That of a run.
   *
   * @param usual what it is called where the user has given it no name
   */
  public static RunIdentity of(RunNumber number, Remarks remarks, String usual) {
    int kept = number.color().orElse(-1);
    return new RunIdentity(
        number.number(),
        name(remarks, usual),
        kept >= 0 && kept < RunColors.COUNT ? kept : usualColor(number.number()));
  }

  private static String name(Remarks remarks, String usual) {
    return remarks.name().isEmpty() ? usual : remarks.name();
  }

  /**
   * What a run is called that nobody has given a name: as its preset, or as its folder, or where
   * that is called after a time, by what it learns.
   *
   * @param preset the title of the preset that it was started from; empty where there is none
   */
  public static String usualName(String preset, Optional<RunFolder> folder, RunConfig config) {
    if (!preset.isEmpty()) {
      return preset;
    }
    return folder
        .filter(at -> !at.namedByTime())
        .map(RunFolder::name)
        .orElseGet(() -> Tasks.of(config.task()).title(config.task()));
  }

  /** The colour of a number, as long as no other run is drawn in it. */
  public static int usualColor(int number) {
    return Math.floorMod(number - 1, RunColors.COUNT);
  }

  /** Number and name, such as “#3 Ungrokking”; the name alone where there is no number. */
  public String label() {
    return number == 0 ? name : ("#" + number + " " + name).strip();
  }

  /**
   * Several runs in one line, such as “#3–#8 Ungrokking”; without a name where they have several.
   *
   * @param runs at least one
   */
  public static String together(List<RunIdentity> runs) {
    List<Integer> numbers =
        runs.stream().map(RunIdentity::number).filter(n -> n > 0).sorted().toList();
    String name =
        runs.stream().allMatch(run -> run.name().equals(runs.get(0).name()))
            ? runs.get(0).name()
            : "";
    return (numbers(numbers) + " " + name).strip();
  }

  private static String numbers(List<Integer> numbers) {
    if (numbers.isEmpty()) {
      return "";
    }
    int last = numbers.get(numbers.size() - 1);
    boolean gapless = last - numbers.get(0) == numbers.size() - 1;
    if (numbers.size() > 2 && gapless) {
      return "#" + numbers.get(0) + "–#" + last;
    }
    String first =
        numbers.stream().limit(SEVERAL).map(n -> "#" + n).collect(Collectors.joining(", "));
    return numbers.size() > SEVERAL ? first + " … #" + last : first;
  }

  /** The same run after the user has said something else of it. */
  public RunIdentity with(Remarks remarks, String usual) {
    return new RunIdentity(number, name(remarks, usual), color);
  }

  /** The same run in another colour. */
  public RunIdentity in(int other) {
    return new RunIdentity(number, name, other);
  }
}
