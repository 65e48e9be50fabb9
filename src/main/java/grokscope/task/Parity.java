package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import grokscope.telemetry.snapshot.AskedSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sparse parity: n bits followed by "=", and the sum of k of the bits modulo 2 as the answer. Which
 * k, and which inputs are in the table, is drawn. Stateless, any thread.
 */
final class Parity implements Task {
  private static final int BASE = 2;

  static final Kind<Task> KIND =
      new Kind<>(
          "parity",
          "Sparse parity",
          "Whether a few relevant bits among many contain an odd number of ones; which bits they"
              + " are is to be found.",
          List.of(
              Knobs.whole("bits")
                  .titled("Bits")
                  .says("How many bits an example has.")
                  .nextRun()
                  .initially(30)
                  .range(3, 60),
              Knobs.whole("relevant")
                  .titled("Relevant bits")
                  .says("How many of the bits decide the answer; the seed chooses which.")
                  .nextRun()
                  .initially(3)
                  .range(1, 10),
              DistinctRows.countKnob(3000)),
          Parity::problems,
          new Parity());

  @Override
  public TaskShape shape(Settings settings) {
    int bits = settings.whole("bits");
    return TaskShape.ofTokens(BASE, BASE + 1, bits, bits + 1, DistinctRows.count(settings));
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    int[] relevant = relevant(settings.whole("bits"), settings.whole("relevant"), random);
    return DistinctRows.examples(
        shape(settings), random, input -> Arrays.stream(relevant).map(i -> input[i]).sum() % BASE);
  }

  /** So many of the positions, every choice equally likely. */
  private static int[] relevant(int bits, int count, RandomGenerator random) {
    int[] positions = new int[bits];
    Arrays.setAll(positions, i -> i);
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(bits - i);
      int chosen = positions[j];
      positions[j] = positions[i];
      positions[i] = chosen;
    }
    return Arrays.copyOf(positions, count);
  }

  @Override
  public Optional<QuestionForm> questions(Settings settings, RandomGenerator random) {
    int bits = settings.whole("bits");
    return Optional.of(new Bits(bits, relevant(bits, settings.whole("relevant"), random)));
  }

  /**
   * Bits as they are typed: "01101…".
   *
   * @param count how many
   * @param relevant the places of those that decide
   */
  // A plain array on purpose: nothing compares forms.
  @SuppressWarnings("ArrayRecordComponent")
  private record Bits(int count, int[] relevant) implements QuestionForm {
    @Override
    public String allowed() {
      return count + " bits, each 0 or 1; spaces between them do not matter.";
    }

    @Override
    public AskedSequence read(String typed) throws UnreadableQuestion {
      String bits = typed.replaceAll("\\s", "");
      for (int i = 0; i < bits.length(); i++) {
        if (bits.charAt(i) != '0' && bits.charAt(i) != '1') {
          throw new UnreadableQuestion(
              "Bit " + (i + 1) + " is “" + bits.charAt(i) + "”, but a bit is 0 or 1.");
        }
      }
      if (bits.length() != count) {
        throw new UnreadableQuestion(
            "There are " + bits.length() + " bits, but a question has " + count + ".");
      }
      int[] tokens = new int[count + 1];
      Arrays.setAll(tokens, i -> i < count ? bits.charAt(i) - '0' : BASE);
      int sum = Arrays.stream(relevant).map(i -> tokens[i]).sum() % BASE;
      return new Sequences.Row(tokens, new int[] {count}, new int[] {sum}).asked();
    }

    @Override
    public String write(int[] tokens) {
      StringBuilder bits = new StringBuilder();
      for (int i = 0; i < count; i++) {
        bits.append(i > 0 && i % 5 == 0 ? " " : "").append(tokens[i]);
      }
      return bits.toString();
    }
  }

  @Override
  public String title(Settings settings) {
    return "parity of " + settings.whole("relevant") + " of " + settings.whole("bits") + " bits";
  }

  private static List<Problem> problems(RunConfig config) {
    int bits = config.task().whole("bits");
    int relevant = config.task().whole("relevant");
    List<Problem> problems =
        new ArrayList<>(DistinctRows.problems(KIND.factory().shape(config.task())));
    if (relevant > bits) {
      problems.add(
          new Problem(
              "task.relevant", "is " + relevant + ", but there are only task.bits = " + bits));
    }
    return problems;
  }
}
