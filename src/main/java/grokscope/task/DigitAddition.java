package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import grokscope.telemetry.snapshot.AskedSequence;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Addition in decimal notation (Nanda et al. 2023, arXiv 2301.05217, appendix): x₁…xₙ + y₁…yₙ =
 * z₀…zₙ, the most significant digit first, x and y drawn evenly from 0 … 10ⁿ − 1. The network reads
 * all but the last digit, 3n + 2 tokens, and answers each of the n + 1 digits of the sum one token
 * before it stands there. The tokens are the digits, then "+" and "=". Stateless, any thread.
 */
final class DigitAddition implements SequenceTask {
  private static final int BASE = 10;
  private static final int PLUS = BASE;
  private static final int EQUALS = BASE + 1;
  private static final int VOCABULARY = BASE + 2;

  static final Kind<Task> KIND =
      new Kind<>(
          "digit-addition",
          "Digit addition",
          "x + y digit by digit; each digit of the sum, which is one digit longer, is an answer of"
              + " its own.",
          List.of(
              Knobs.whole("digits")
                  .titled("Digits")
                  .says("How many digits x and y have.")
                  .nextRun()
                  .initially(5)
                  .range(2, 5),
              DistinctRows.countKnob(2000),
              Sequences.dataKnob()),
          DigitAddition::problems,
          new DigitAddition());

  @Override
  public TaskShape shape(Settings settings) {
    int digits = settings.whole("digits");
    int context = 3 * digits + 2;
    return TaskShape.ofTokens(BASE, VOCABULARY, context, context, DistinctRows.count(settings))
        .withOutputs(BASE)
        .answeredAt(digits + 1, 0)
        .withFreshExamples(fresh(settings));
  }

  @Override
  public Sequences.Law law(Settings settings, RandomGenerator random) {
    int digits = settings.whole("digits");
    int bound = IntStream.range(0, digits).reduce(1, (power, i) -> power * BASE);
    return stream -> row(digits, stream.nextInt(bound), stream.nextInt(bound));
  }

  private static Sequences.Row row(int digits, int x, int y) {
    int[] tokens = new int[3 * digits + 2];
    int equals = 2 * digits + 1;
    write(x, tokens, 0, digits);
    tokens[digits] = PLUS;
    write(y, tokens, digits + 1, digits);
    tokens[equals] = EQUALS;
    int[] sum = new int[digits + 1];
    write(x + y, sum, 0, sum.length);
    System.arraycopy(sum, 0, tokens, equals + 1, digits);
    int[] positions = IntStream.rangeClosed(equals, equals + digits).toArray();
    return new Sequences.Row(tokens, positions, sum);
  }

  @Override
  public Optional<QuestionForm> questions(Settings settings, RandomGenerator random) {
    return Optional.of(new Sums(settings.whole("digits")));
  }

  @Override
  public String token(Settings settings, int token) {
    return switch (token) {
      case PLUS -> "+";
      case EQUALS -> "=";
      default -> String.valueOf(token);
    };
  }

  /** Sums as they are typed: "309 + 204". */
  private record Sums(int digits) implements QuestionForm {
    private static final Pattern SUM = Pattern.compile("\\s*(\\d+)\\s*\\+\\s*(\\d+)\\s*=?\\s*");
    private static final String EXAMPLE = "30951";

    @Override
    public String allowed() {
      String first = EXAMPLE.substring(0, digits);
      return "Two numbers from 0 to " + largest() + " with a plus: " + first + " + 24.";
    }

    private String largest() {
      return "9".repeat(digits);
    }

    @Override
    public AskedSequence read(String typed) throws UnreadableQuestion {
      Matcher sum = SUM.matcher(typed);
      if (!sum.matches()) {
        throw new UnreadableQuestion("This is not a sum. " + allowed());
      }
      int x = number(sum.group(1), "first");
      int y = number(sum.group(2), "second");
      return row(digits, x, y).asked();
    }

    private int number(String typed, String which) throws UnreadableQuestion {
      String number = typed.replaceFirst("^0+(?=\\d)", "");
      if (number.length() > digits) {
        throw new UnreadableQuestion(
            "The "
                + which
                + " number has "
                + number.length()
                + " digits, but the network adds numbers from 0 to "
                + largest()
                + ".");
      }
      return Integer.parseInt(number);
    }

    @Override
    public String write(int[] tokens) {
      StringBuilder sum = new StringBuilder();
      for (int i = 0; i <= 2 * digits; i++) {
        sum.append(i == digits ? " + " : String.valueOf(tokens[i]));
      }
      return sum.toString();
    }
  }

  private static void write(int number, int[] to, int from, int digits) {
    int rest = number;
    for (int i = from + digits - 1; i >= from; i--) {
      to[i] = rest % BASE;
      rest /= BASE;
    }
  }

  @Override
  public String title(Settings settings) {
    return Sequences.title("x + y of " + settings.whole("digits") + " digits", settings);
  }

  private static List<Problem> problems(RunConfig config) {
    return Sequences.problems(
        KIND.factory().shape(config.task()),
        DistinctRows.available(2 * config.task().whole("digits"), BASE));
  }
}
