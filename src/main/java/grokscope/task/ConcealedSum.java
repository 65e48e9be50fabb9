package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import grokscope.telemetry.snapshot.AskedSequence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sums modulo n that are concealed by further operands of random value, which do not matter: after
 * Miller et al. (arXiv 2310.17247), who found that the delay grows exponentially with their number.
 * Stateless, any thread.
 */
final class ConcealedSum implements Task {
  static final Kind<Task> KIND =
      new Kind<>(
          "concealed",
          "Concealed sum",
          "x + y modulo n, followed by random numbers that do not matter.",
          List.of(
              Knobs.whole("modulus")
                  .titled("Modulus")
                  .called("mod")
                  .says("The numbers are 0 … n − 1 and wrap around like the hours of a clock.")
                  .nextRun()
                  .initially(7)
                  .range(3, 31),
              Knobs.whole("irrelevant")
                  .titled("Irrelevant numbers")
                  .says("How many random numbers follow x and y.")
                  .nextRun()
                  .initially(10)
                  .range(0, 40),
              DistinctRows.countKnob(800)),
          ConcealedSum::problems,
          new ConcealedSum());

  @Override
  public TaskShape shape(Settings settings) {
    int n = settings.whole("modulus");
    int operands = 2 + settings.whole("irrelevant");
    return TaskShape.ofTokens(n, n + 1, operands, operands + 1, DistinctRows.count(settings));
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    int n = settings.whole("modulus");
    return DistinctRows.examples(shape(settings), random, input -> (input[0] + input[1]) % n);
  }

  @Override
  public Optional<QuestionForm> questions(Settings settings, RandomGenerator random) {
    return Optional.of(new Operands(settings.whole("modulus"), settings.whole("irrelevant")));
  }

  /** Operands as they are typed: "3 5 1 0 6". */
  private record Operands(int modulus, int irrelevant) implements QuestionForm {
    @Override
    public String allowed() {
      return "x, y and "
          + irrelevant
          + " numbers that do not matter, each from 0 to "
          + (modulus - 1)
          + ", with spaces between them.";
    }

    @Override
    public AskedSequence read(String typed) throws UnreadableQuestion {
      int count = 2 + irrelevant;
      int[] operands = TypedNumbers.read(typed, count, modulus, "number");
      int[] tokens = Arrays.copyOf(operands, count + 1);
      tokens[count] = modulus; // "="
      int sum = (operands[0] + operands[1]) % modulus;
      return new Sequences.Row(tokens, new int[] {count}, new int[] {sum}).asked();
    }

    @Override
    public String write(int[] tokens) {
      return TypedNumbers.write(tokens, 2 + irrelevant);
    }
  }

  @Override
  public String title(Settings settings) {
    return "x + y mod "
        + settings.whole("modulus")
        + ", "
        + settings.whole("irrelevant")
        + " irrelevant";
  }

  private static List<Problem> problems(RunConfig config) {
    return DistinctRows.problems(KIND.factory().shape(config.task()));
  }
}
