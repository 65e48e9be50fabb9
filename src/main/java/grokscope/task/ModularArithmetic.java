package grokscope.task;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Scale;
import grokscope.config.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * All pairs (x, y) of numbers modulo n as sequences "x y =", with the result of an operation as the
 * answer. Stateless, any thread.
 */
final class ModularArithmetic implements Task {
  private static final String UNORDERED = "unordered";

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
                      Operation.options())
                  .called(""),
              new Knob.Whole(
                      "modulus",
                      "Modulus",
                      "The numbers are 0 … n − 1; the table has about n² pairs.",
                      Acts.NEXT_RUN,
                      59,
                      5,
                      199,
                      199,
                      Scale.LINEAR)
                  .called("mod"),
              new Knob.Choice(
                  "pairs",
                  "Pairs",
                  "Whether (x, y) and (y, x) are two examples or, with x ≤ y, one.",
                  Acts.NEXT_RUN,
                  "ordered",
                  List.of(new Knob.Option("ordered", "all"), new Knob.Option(UNORDERED, "x ≤ y")))),
          ModularArithmetic::problems,
          new ModularArithmetic());

  @Override
  public TaskShape shape(Settings settings) {
    int n = settings.whole("modulus");
    int firstY = Operation.of(settings.choice("operation")).firstY();
    return PairTable.shape(n, unordered(settings) ? n * (n + 1) / 2 : n * (n - firstY));
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    int n = settings.whole("modulus");
    Operation operation = Operation.of(settings.choice("operation"));
    boolean unordered = unordered(settings);
    return PairTable.of(
        shape(settings),
        x -> unordered ? x : operation.firstY(),
        (x, y) -> operation.result(x, y, n));
  }

  @Override
  public boolean isModular() {
    return true;
  }

  @Override
  public Optional<CyclicSums> cyclicSums(Settings settings) {
    Operation operation = Operation.of(settings.choice("operation"));
    int n = settings.whole("modulus");
    boolean sums = operation == Operation.ADD || operation == Operation.SUBTRACT;
    return sums && n % 2 == 1 && !unordered(settings)
        ? Optional.of(new CyclicSums(n, operation == Operation.SUBTRACT))
        : Optional.empty();
  }

  @Override
  public String title(Settings settings) {
    String operation = Operation.of(settings.choice("operation")).title();
    String pairs = unordered(settings) ? ", x ≤ y" : "";
    return operation + " mod " + settings.whole("modulus") + pairs;
  }

  private static boolean unordered(Settings settings) {
    return settings.choice("pairs").equals(UNORDERED);
  }

  private static List<Problem> problems(RunConfig config) {
    List<Problem> problems = new ArrayList<>();
    int n = config.task().whole("modulus");
    Operation operation = Operation.of(config.task().choice("operation"));
    if (operation.divides() && !Operation.isPrime(n)) {
      problems.add(
          new Problem(
              "task.modulus",
              "is "
                  + n
                  + ", but \""
                  + operation
                  + "\" divides, which needs a prime modulus such as "
                  + nearestPrimes(n)));
    }
    if (unordered(config.task()) && !operation.commutes()) {
      problems.add(
          new Problem(
              "task.pairs",
              "is \"unordered\", but with \""
                  + operation
                  + "\" the order of x and y matters; x and y can change places in "
                  + commuting()));
    }
    return problems;
  }

  private static String commuting() {
    return Arrays.stream(Operation.values())
        .filter(Operation::commutes)
        .map(operation -> "\"" + operation + "\"")
        .collect(Collectors.joining(", "));
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
