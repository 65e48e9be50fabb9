package grokscope.task;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Scale;
import grokscope.config.Settings;
import java.util.List;

/**
 * All pairs (x, y) of numbers modulo n as sequences "x y =", with the result of an operation as the
 * answer. Stateless, any thread.
 */
final class ModularArithmetic implements Task {
  static final Kind<Task> KIND =
      new Kind<>(
          "modular",
          "Modular arithmetic",
          "A table of an operation on the whole numbers modulo n; part of it is hidden.",
          List.of(
              new Knob.Choice(
                  "operation",
                  "Operation",
                  "What the network has to find out about x and y.",
                  Acts.NEXT_RUN,
                  Operation.ADD.toString(),
                  Operation.options()),
              new Knob.Whole(
                  "modulus",
                  "Modulus",
                  "The numbers are 0 … n − 1; the table has about n² pairs.",
                  Acts.NEXT_RUN,
                  59,
                  5,
                  199,
                  199,
                  Scale.LINEAR)),
          ModularArithmetic::problems,
          new ModularArithmetic());

  private static final int POSITIONS = 3; // x y =

  @Override
  public TaskShape shape(Settings settings) {
    int n = settings.whole("modulus");
    Operation operation = Operation.of(settings.choice("operation"));
    return new TaskShape(n, n + 1, 2, POSITIONS, n * (n - operation.firstY()));
  }

  @Override
  public Examples examples(Settings settings) {
    TaskShape shape = shape(settings);
    int n = settings.whole("modulus");
    Operation operation = Operation.of(settings.choice("operation"));
    int[] tokens = new int[shape.examples() * POSITIONS];
    int[] answers = new int[shape.examples()];
    int row = 0;
    for (int x = 0; x < n; x++) {
      for (int y = operation.firstY(); y < n; y++) {
        tokens[row * POSITIONS] = x;
        tokens[row * POSITIONS + 1] = y;
        tokens[row * POSITIONS + 2] = n; // "="
        answers[row++] = operation.result(x, y, n);
      }
    }
    return new Examples(shape, tokens, answers);
  }

  @Override
  public String title(Settings settings) {
    String operation = Operation.of(settings.choice("operation")).title();
    return operation + " mod " + settings.whole("modulus");
  }

  private static List<Problem> problems(RunConfig config) {
    int n = config.task().whole("modulus");
    Operation operation = Operation.of(config.task().choice("operation"));
    if (!operation.divides() || Operation.isPrime(n)) {
      return List.of();
    }
    return List.of(
        new Problem(
            "task.modulus",
            "is "
                + n
                + ", but \""
                + operation
                + "\" divides, which needs a prime modulus such as "
                + nearestPrimes(n)));
  }

  private static String nearestPrimes(int n) {
    int below = n;
    while (below > 5 && !Operation.isPrime(below)) {
      below--;
    }
    int above = n;
    while (!Operation.isPrime(above)) {
      above++;
    }
    return below + " or " + above;
  }
}
