package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
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
          "An operation on the whole numbers modulo n: part of the table is trained on, the rest is"
              + " hidden.",
          List.of(
              Knobs.choice("operation")
                  .titled("Operation")
                  .called("")
                  .says("The rule to be found: the answer for every x and y.")
                  .nextRun()
                  .among(Operation.values()),
              Knobs.whole("modulus")
                  .titled("Modulus")
                  .called("mod")
                  .says(
                      "The numbers are 0 … n − 1 and wrap around like the hours of a clock; there"
                          + " are about n² pairs.")
                  .nextRun()
                  .initially(59)
                  .range(5, 199),
              Knobs.choice("pairs")
                  .titled("Pairs")
                  .says(
                      "Both orders: (x, y) and (y, x) are two examples. x ≤ y only: they are one.")
                  .nextRun()
                  .among(Option.of("ordered", "both orders"), Option.of(UNORDERED, "x ≤ y only"))),
          ModularArithmetic::problems,
          new ModularArithmetic());

  @Override
  public TaskShape shape(Settings settings) {
    int n = settings.whole("modulus");
    int firstY = settings.choice("operation", Operation.class).firstY();
    return PairTable.shape(n, unordered(settings) ? n * (n + 1) / 2 : n * (n - firstY));
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    int n = settings.whole("modulus");
    Operation operation = settings.choice("operation", Operation.class);
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
    Operation operation = settings.choice("operation", Operation.class);
    return whyNoCyclicSums(settings).isEmpty()
        ? Optional.of(new CyclicSums(settings.whole("modulus"), operation == Operation.SUBTRACT))
        : Optional.empty();
  }

  @Override
  public Optional<String> whyNoCyclicSums(Settings settings) {
    Operation operation = settings.choice("operation", Operation.class);
    if (operation != Operation.ADD && operation != Operation.SUBTRACT) {
      return Optional.of("the operation is neither x + y nor x − y");
    }
    int n = settings.whole("modulus");
    if (n % 2 == 0) {
      return Optional.of("the modulus " + n + " is even");
    }
    return unordered(settings)
        ? Optional.of("the table has only the pairs with x ≤ y")
        : Optional.empty();
  }

  @Override
  public String title(Settings settings) {
    String operation = settings.choice("operation", Operation.class).title();
    String pairs = unordered(settings) ? ", x ≤ y" : "";
    return operation + " mod " + settings.whole("modulus") + pairs;
  }

  private static boolean unordered(Settings settings) {
    return settings.choice("pairs").equals(UNORDERED);
  }

  private static List<Problem> problems(RunConfig config) {
    List<Problem> problems = new ArrayList<>();
    int n = config.task().whole("modulus");
    Operation operation = config.task().choice("operation", Operation.class);
    if (operation.divides() && !Operation.isPrime(n)) {
      problems.add(
          new Problem(
              "task.modulus",
              "is "
                  + n
                  + ", but \""
                  + operation.id()
                  + "\" divides, which needs a prime modulus such as "
                  + nearestPrimes(n)));
    }
    if (unordered(config.task()) && !operation.commutes()) {
      problems.add(
          new Problem(
              "task.pairs",
              "is \"unordered\", but with \""
                  + operation.id()
                  + "\" the order of x and y matters; order does not matter in "
                  + commuting()));
    }
    return problems;
  }

  private static String commuting() {
    return Arrays.stream(Operation.values())
        .filter(Operation::commutes)
        .map(operation -> "\"" + operation.id() + "\"")
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
