package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.telemetry.snapshot.AskedSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Sequences of random tokens in which a random block occurs several times (Nanda et al. 2023, arXiv
 * 2301.05217, appendix): what follows a token of the block can be predicted by looking where the
 * token was before, which takes an induction head (Olsson et al. 2022, arXiv 2209.11895).
 *
 * <p>Of L tokens, r·b are the r occurrences of a block of b, and the rest is filled in; all ways of
 * placing the occurrences without overlap are equally likely. Tokens are drawn evenly and
 * independently, or such that block and filling are all different, which leaves no doubt about an
 * answer. The network reads all but the last token and answers at a token with the next. Trained
 * are the tokens of each occurrence after the first but for its first token, (r − 1)·(b − 1)
 * answers; watched are those of the first occurrence but for its first token, b − 1 that nobody can
 * foretell. Stateless, any thread.
 */
final class Induction implements SequenceTask {
  private static final String DIFFERENT = "different";

  static final Kind<Task> KIND =
      new Kind<>(
          "induction",
          "Induction",
          "A random block of tokens that occurs several times among random ones; the network has to"
              + " look up what followed before.",
          List.of(
              Knobs.whole("vocabulary")
                  .titled("Vocabulary")
                  .says("How many different tokens there are.")
                  .nextRun()
                  .initially(128)
                  .range(2, 1024)
                  .logarithmic(),
              Knobs.whole("length")
                  .titled("Length")
                  .says("Tokens in a sequence.")
                  .nextRun()
                  .initially(85)
                  .range(4, 512)
                  .logarithmic(),
              Knobs.whole("block")
                  .titled("Block length")
                  .says("Tokens in the repeated block.")
                  .nextRun()
                  .initially(16)
                  .range(2, 128)
                  .logarithmic(),
              Knobs.whole("occurrences")
                  .titled("Occurrences")
                  .says("How often the block occurs in a sequence.")
                  .nextRun()
                  .initially(3)
                  .range(2, 16)
                  .logarithmic(),
              Knobs.choice("tokens")
                  .titled("Other tokens")
                  .says(
                      "Any: a token of the block may also occur elsewhere by chance, and then what"
                          + " follows it is uncertain. Different: every token outside the repeated"
                          + " block occurs once.")
                  .nextRun()
                  .among(Option.of("any"), Option.of(DIFFERENT)),
              DistinctRows.countKnob(512),
              Sequences.dataKnob()),
          Induction::problems,
          new Induction());

  @Override
  public TaskShape shape(Settings settings) {
    int tokens = settings.whole("vocabulary");
    int context = settings.whole("length") - 1;
    int perOccurrence = settings.whole("block") - 1;
    return TaskShape.ofTokens(tokens, tokens, context, context, DistinctRows.count(settings))
        .answeredAt((settings.whole("occurrences") - 1) * perOccurrence, perOccurrence)
        .withFreshExamples(fresh(settings));
  }

  @Override
  public Sequences.Law law(Settings settings, RandomGenerator random) {
    int vocabulary = settings.whole("vocabulary");
    int block = settings.whole("block");
    int occurrences = settings.whole("occurrences");
    int filling = settings.whole("length") - block * occurrences;
    boolean different = different(settings);
    return stream -> {
      int[] starts = starts(filling, block, occurrences, stream);
      int[] drawn =
          different
              ? Sequences.chosen(vocabulary, block + filling, stream)
              : stream.ints(block + filling, 0, vocabulary).toArray();
      return row(drawn, block, starts);
    };
  }

  /**
   * Where the occurrences start, in order. Seen as one thing each, they and the tokens between them
   * are occurrences + filling things, and any of these can be the occurrences.
   */
  private static int[] starts(int filling, int block, int occurrences, RandomGenerator random) {
    int[] starts = Sequences.chosen(filling + occurrences, occurrences, random);
    Arrays.sort(starts);
    for (int i = 0; i < occurrences; i++) {
      starts[i] += i * (block - 1);
    }
    return starts;
  }

  /**
   * The sequence.
   *
   * @param drawn the tokens of the block, then those between its occurrences
   */
  private static Sequences.Row row(int[] drawn, int block, int[] starts) {
    int[] sequence = new int[drawn.length + block * (starts.length - 1)];
    int next = block;
    int occurrence = 0;
    for (int at = 0; at < sequence.length; ) {
      if (occurrence < starts.length && at == starts[occurrence]) {
        System.arraycopy(drawn, 0, sequence, at, block);
        at += block;
        occurrence++;
      } else {
        sequence[at++] = drawn[next++];
      }
    }
    int[] positions = positions(starts, block);
    int[] answers = Arrays.stream(positions).map(position -> sequence[position + 1]).toArray();
    return new Sequences.Row(Arrays.copyOf(sequence, sequence.length - 1), positions, answers);
  }

  /** The positions that are answered: those that are trained, then those that are watched. */
  private static int[] positions(int[] starts, int block) {
    return IntStream.concat(
            Arrays.stream(starts).skip(1).flatMap(start -> before(start, block)),
            before(starts[0], block))
        .toArray();
  }

  /** The positions of a block at which its next token is asked for. */
  private static IntStream before(int start, int block) {
    return IntStream.range(start, start + block - 1);
  }

  @Override
  public Optional<QuestionForm> questions(Settings settings, RandomGenerator random) {
    return Optional.of(
        new Repeats(
            settings.whole("vocabulary"),
            settings.whole("length") - 1,
            settings.whole("block"),
            settings.whole("occurrences")));
  }

  /**
   * Sequences as they are typed: "5 12 40 5 12".
   *
   * @param context how many tokens the network reads
   */
  private record Repeats(int vocabulary, int context, int block, int occurrences)
      implements QuestionForm {
    @Override
    public String allowed() {
      return context
          + " tokens from 0 to "
          + (vocabulary - 1)
          + " with spaces between them, in which "
          + repeated()
          + "; of the last time, the last token may be left out.";
    }

    private String repeated() {
      return "a block of " + block + " tokens occurs " + occurrences + " times";
    }

    @Override
    public AskedSequence read(String typed) throws UnreadableQuestion {
      int[] tokens = TypedNumbers.read(typed, context, vocabulary, "token");
      RepeatedBlock found =
          RepeatedBlock.in(tokens, block, occurrences)
              .orElseThrow(
                  () ->
                      new UnreadableQuestion(
                          "Nothing is repeated as in this task, where " + repeated() + "."));
      int[] starts = found.starts().stream().mapToInt(Integer::intValue).toArray();
      int[] positions = positions(starts, block);
      int[] answers =
          Arrays.stream(positions)
              .map(
                  position ->
                      position + 1 < context ? tokens[position + 1] : tokens[starts[0] + block - 1])
              .toArray();
      return new Sequences.Row(tokens, positions, answers).asked();
    }

    @Override
    public String write(int[] tokens) {
      return TypedNumbers.write(tokens, context);
    }
  }

  @Override
  public String title(Settings settings) {
    return Sequences.title(
        "block of "
            + settings.whole("block")
            + ", "
            + settings.whole("occurrences")
            + " times in "
            + settings.whole("length"),
        settings);
  }

  private static boolean different(Settings settings) {
    return settings.choice("tokens").equals(DIFFERENT);
  }

  private static List<Problem> problems(RunConfig config) {
    Settings task = config.task();
    int vocabulary = task.whole("vocabulary");
    int block = task.whole("block");
    int occurrences = task.whole("occurrences");
    int filling = task.whole("length") - block * occurrences;
    if (filling < 0) {
      return List.of(
          new Problem(
              "task.length",
              "is "
                  + task.whole("length")
                  + ", but task.occurrences = "
                  + occurrences
                  + " of task.block = "
                  + block
                  + " tokens need at least "
                  + block * occurrences));
    }
    int drawn = block + filling;
    List<Problem> problems = new ArrayList<>();
    if (different(task) && drawn > vocabulary) {
      problems.add(
          new Problem(
              "task.vocabulary",
              "is "
                  + vocabulary
                  + ", but a sequence needs "
                  + drawn
                  + " different tokens; take at least as many, or task.tokens = \"any\""));
    } else {
      // Blocks at the end alone make this many, whatever else there is.
      problems.addAll(
          Sequences.problems(
              KIND.factory().shape(task),
              different(task)
                  ? Sequences.arrangements(vocabulary, drawn)
                  : DistinctRows.available(drawn, vocabulary)));
    }
    return problems;
  }
}
