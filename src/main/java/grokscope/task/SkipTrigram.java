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
import java.util.stream.IntStream;

/**
 * Skip trigrams "A … B → C": the answer after the last token B depends on B and on one earlier
 * token A, wherever that stands (the name is from Elhage et al. 2021, transformer-circuits.pub; the
 * task is in the appendix of Nanda et al. 2023, arXiv 2301.05217, and the rule below is ours).
 *
 * <p>The rule is drawn first: of v tokens, q become last tokens B₁ … B_q; each B has m first tokens
 * A of its own; all these are different. Each A has a completion C; those of one B are m different
 * tokens, drawn from all. A sequence of L tokens has one A of every B, drawn evenly, each once, at
 * different places drawn evenly from the first L − 1; the other places have tokens that are neither
 * an A nor a B, drawn evenly; the last token is a B, drawn evenly. The answer is the completion of
 * that A which belongs to this B. So B alone leaves ln m of loss, no sum over all tokens tells the
 * answer, and one layer of attention is enough: B looks for its A, and what is copied from there is
 * the answer. Stateless, any thread.
 */
final class SkipTrigram implements SequenceTask {
  static final Kind<Task> KIND =
      new Kind<>(
          "skip-trigram",
          "Skip trigrams",
          "A … B → C: the last token says which earlier token decides the answer.",
          List.of(
              Knobs.whole("vocabulary")
                  .titled("Vocabulary")
                  .says("How many different tokens there are.")
                  .nextRun()
                  .initially(64)
                  .range(4, 1024)
                  .logarithmic(),
              Knobs.whole("length")
                  .titled("Length")
                  .says("Tokens in a sequence.")
                  .nextRun()
                  .initially(16)
                  .range(2, 256)
                  .logarithmic(),
              Knobs.whole("lasts")
                  .titled("Last tokens")
                  .says("How many different tokens a sequence can end in.")
                  .nextRun()
                  .initially(5)
                  .range(1, 64)
                  .logarithmic(),
              Knobs.whole("firsts")
                  .titled("Deciding tokens")
                  .says("For each last token, how many different tokens can decide the answer.")
                  .nextRun()
                  .initially(8)
                  .range(2, 256)
                  .logarithmic(),
              DistinctRows.countKnob(2000),
              Sequences.dataKnob()),
          SkipTrigram::problems,
          new SkipTrigram());

  @Override
  public TaskShape shape(Settings settings) {
    int tokens = settings.whole("vocabulary");
    int length = settings.whole("length");
    return TaskShape.ofTokens(tokens, tokens, length, length, DistinctRows.count(settings))
        .withFreshExamples(fresh(settings));
  }

  @Override
  public Sequences.Law law(Settings settings, RandomGenerator random) {
    Rule rule = Rule.drawn(settings, random);
    int length = settings.whole("length");
    return stream -> rule.row(length, stream);
  }

  @Override
  public Optional<QuestionForm> questions(Settings settings, RandomGenerator random) {
    return Optional.of(
        new Trigrams(
            Rule.drawn(settings, random), settings.whole("length"), settings.whole("vocabulary")));
  }

  /** Sequences as they are typed: "5 12 40 3". */
  private record Trigrams(Rule rule, int length, int vocabulary) implements QuestionForm {
    @Override
    public String allowed() {
      return length
          + " tokens from 0 to "
          + (vocabulary - 1)
          + " with spaces between them; the last one is "
          + any(rule.lasts())
          + ".";
    }

    private static String any(int[] tokens) {
      int[] sorted = tokens.clone();
      Arrays.sort(sorted);
      String all = TypedNumbers.write(sorted, sorted.length).replace(" ", ", ");
      int comma = all.lastIndexOf(", ");
      return comma < 0 ? all : all.substring(0, comma) + " or " + all.substring(comma + 2);
    }

    @Override
    public AskedSequence read(String typed) throws UnreadableQuestion {
      int[] tokens = TypedNumbers.read(typed, length, vocabulary, "token");
      int end = tokens[length - 1];
      int last = index(rule.lasts(), end);
      if (last < 0) {
        throw new UnreadableQuestion(
            "The last token is "
                + end
                + ", but a sequence of this task ends in "
                + any(rule.lasts())
                + ".");
      }
      int[] firsts = rule.firsts()[last];
      int[] found =
          Arrays.stream(tokens, 0, length - 1).filter(token -> index(firsts, token) >= 0).toArray();
      if (found.length != 1) {
        throw new UnreadableQuestion(
            "Before a last token "
                + end
                + ", exactly one token of "
                + any(firsts)
                + " decides the answer, but there "
                + (found.length == 0 ? "is none." : "are " + found.length + "."));
      }
      int answer = rule.completions()[last][index(firsts, found[0])];
      return new Sequences.Row(tokens, new int[] {length - 1}, new int[] {answer}).asked();
    }

    private static int index(int[] tokens, int wanted) {
      return IntStream.range(0, tokens.length)
          .filter(i -> tokens[i] == wanted)
          .findFirst()
          .orElse(-1);
    }

    @Override
    public String write(int[] tokens) {
      return TypedNumbers.write(tokens, length);
    }
  }

  @Override
  public String title(Settings settings) {
    return Sequences.title(
        settings.whole("lasts") * settings.whole("firsts") + " skip trigrams", settings);
  }

  private static List<Problem> problems(RunConfig config) {
    Settings task = config.task();
    int vocabulary = task.whole("vocabulary");
    int lasts = task.whole("lasts");
    int firsts = task.whole("firsts");
    int before = task.whole("length") - 1;
    List<Problem> problems = new ArrayList<>();
    if (before < lasts) {
      problems.add(
          new Problem(
              "task.length",
              "is "
                  + (before + 1)
                  + ", but a first token for each of task.lasts = "
                  + lasts
                  + " and a last one need at least "
                  + (lasts + 1)));
    }
    int needed = lasts * (1 + firsts) + (before > lasts ? 1 : 0);
    if (vocabulary < needed) {
      problems.add(
          new Problem(
              "task.vocabulary",
              "is "
                  + vocabulary
                  + ", but task.lasts = "
                  + lasts
                  + ", each with task.firsts = "
                  + firsts
                  + ", and a token to fill in need at least "
                  + needed));
    }
    return problems.isEmpty()
        ? Sequences.problems(KIND.factory().shape(task), different(task))
        : problems;
  }

  /** How many different sequences there are. */
  private static long different(Settings task) {
    int lasts = task.whole("lasts");
    int firsts = task.whole("firsts");
    int before = task.whole("length") - 1;
    long chosen = Sequences.times(lasts, DistinctRows.available(lasts, firsts));
    int others = task.whole("vocabulary") - lasts * (1 + firsts);
    long filled = before > lasts ? DistinctRows.available(before - lasts, others) : 1;
    return Sequences.times(Sequences.times(chosen, Sequences.arrangements(before, lasts)), filled);
  }

  /**
   * The skip trigrams.
   *
   * @param lasts the tokens B
   * @param firsts the tokens A of each B, [lasts][firsts]
   * @param completions the token C of each A, [lasts][firsts]
   * @param others the tokens that are neither A nor B
   */
  // Plain arrays on purpose: nothing compares rules.
  @SuppressWarnings("ArrayRecordComponent")
  private record Rule(int[] lasts, int[][] firsts, int[][] completions, int[] others) {
    static Rule drawn(Settings settings, RandomGenerator random) {
      int vocabulary = settings.whole("vocabulary");
      int count = settings.whole("lasts");
      int perLast = settings.whole("firsts");
      int[] tokens = Sequences.chosen(vocabulary, vocabulary, random);
      int[] lasts = Arrays.copyOf(tokens, count);
      int[][] firsts = new int[count][];
      int[][] completions = new int[count][];
      int next = count;
      for (int last = 0; last < count; last++) {
        firsts[last] = Arrays.copyOfRange(tokens, next, next + perLast);
        completions[last] = Sequences.chosen(vocabulary, perLast, random);
        next += perLast;
      }
      int[] others = Arrays.copyOfRange(tokens, next, vocabulary);
      return new Rule(lasts, firsts, completions, others);
    }

    Sequences.Row row(int length, RandomGenerator random) {
      int[] tokens = new int[length];
      if (others.length > 0) {
        Arrays.setAll(tokens, i -> others[random.nextInt(others.length)]);
      }
      int[] places = Sequences.chosen(length - 1, lasts.length, random);
      int asked = random.nextInt(lasts.length);
      int answer = -1;
      for (int last = 0; last < lasts.length; last++) {
        int first = random.nextInt(firsts[last].length);
        tokens[places[last]] = firsts[last][first];
        if (last == asked) {
          answer = completions[last][first];
        }
      }
      tokens[length - 1] = lasts[asked];
      return new Sequences.Row(tokens, new int[] {length - 1}, new int[] {answer});
    }
  }
}
