package grokscope.task;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Scale;
import grokscope.config.Settings;
import java.util.List;
import java.util.SplittableRandom;

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

  @Override
  public TaskShape shape(Settings settings) {
    int n = settings.whole("modulus");
    Operation operation = Operation.of(settings.choice("operation"));
    return PairTable.shape(n, n * (n - operation.firstY()));
  }

  @Override
  public Examples examples(Settings settings, SplittableRandom random) {
    int n = settings.whole("modulus");
    Operation operation = Operation.of(settings.choice("operation"));
    return PairTable.of(
        shape(settings), x -> operation.firstY(), (x, y) -> operation.result(x, y, n));
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
