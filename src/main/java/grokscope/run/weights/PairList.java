package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.run.format.FileRefusal;
import grokscope.task.PairSplit;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A list of pairs as a CSV file: {@code x,y} for each pair that was trained on; or {@code
 * x,y,split} for every pair, where the third word tells which are. The first line may name the
 * columns. Stateless, any thread.
 */
public final class PairList {
  private static final int MOST_PAIRS = 1_000_000;
  private static final int LONGEST = 40;

  private PairList() {}

  /**
   * Reads a list.
   *
   * @throws InvalidConfig with one sentence that names the file, and the line that is wrong
   */
  public static PairSplit read(Path file) throws InvalidConfig {
    List<int[]> trained = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String text = number == 1 ? line.replaceFirst("^\\uFEFF", "") : line;
        if (!text.isBlank() && !(number == 1 && names(text))) {
          add(trained, text, number, file);
        }
        if (trained.size() > MOST_PAIRS) {
          throw FileRefusal.of(file, "has more than a million pairs");
        }
      }
    } catch (IOException e) {
      throw FileRefusal.of(
          file,
          Files.isRegularFile(file)
              ? "cannot be read as UTF-8 text"
              : "there is no such file of pairs");
    }
    if (trained.isEmpty()) {
      throw FileRefusal.of(file, "has no pair that was trained on");
    }
    return PairSplit.ofPairs(
        trained.stream().mapToInt(pair -> pair[0]).toArray(),
        trained.stream().mapToInt(pair -> pair[1]).toArray());
  }

  /** Whether a first line names columns: none of its cells is a number. */
  private static boolean names(String line) {
    for (String cell : cells(line)) {
      if (cell.matches("-?\\d+")) {
        return false;
      }
    }
    return true;
  }

  private static String[] cells(String line) {
    String[] cells = line.split("[,;\\t]", -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip().replaceAll("^\"(.*)\"$", "$1");
    }
    return cells;
  }

  private static void add(List<int[]> trained, String line, int number, Path file)
      throws InvalidConfig {
    String[] cells = cells(line);
    boolean pair =
        (cells.length == 2 || cells.length == 3)
            && cells[0].matches("\\d{1,6}")
            && cells[1].matches("\\d{1,6}");
    if (!pair) {
      throw FileRefusal.of(
          file,
          "line "
              + number
              + " is \""
              + Messages.clipped(line, LONGEST)
              + "\", but must be x,y or x,y,train or x,y,test");
    }
    if (cells.length == 2 || isTrained(cells[2], number, file)) {
      trained.add(new int[] {Integer.parseInt(cells[0]), Integer.parseInt(cells[1])});
    }
  }

  private static boolean isTrained(String word, int number, Path file) throws InvalidConfig {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "train", "trained", "training", "1", "true", "yes" -> true;
      case "test", "hidden", "val", "validation", "held-out", "0", "false", "no", "" -> false;
      default ->
          throw FileRefusal.of(
              file,
              "line "
                  + number
                  + " ends in \""
                  + Messages.clipped(word, LONGEST)
                  + "\", but must end in train or test");
    };
  }
}
