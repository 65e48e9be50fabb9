package grokscope.ui.picture.answer;

import grokscope.ui.picture.paint.Pair;

/** What a task asks of two operands, written with their numbers. Stateless, any thread. */
public final class TaskFormula {
  private TaskFormula() {}

  /**
   * A sum and its answer: "12 + 40 mod 59 = 52".
   *
   * @param task the title of a task, with its operands as x and y: "x + y mod 59"; one without them
   *     gives the pair
   */
  public static String of(String task, Pair pair, int answer) {
    String formula = task.split(", x ≤ y|, \\d+ irrelevant", 2)[0].replace("xy", "x·y");
    if (!formula.matches(".*(?<!\\p{L})[xy](?!\\p{L}).*")) {
      return "(" + pair.a() + ", " + pair.b() + ") → " + answer;
    }
    return formula
            .replaceAll("(?<!\\p{L})x(?!\\p{L})", String.valueOf(pair.a()))
            .replaceAll("(?<!\\p{L})y(?!\\p{L})", String.valueOf(pair.b()))
        + " = "
        + answer;
  }
}
