package grokscope.train.look;

import grokscope.measure.fourier.Score;
import grokscope.task.Examples;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The logits of one network for every pair of a table, to be held against the answers of any other
 * task on the same pairs. Lanes write rows of their own examples; the trainer thread reads when
 * they are done.
 */
public final class AnswerSheet implements ExampleReader {
  private static final int NONE = -1;

  private final Examples asked;
  private final int classes;
  private final float[] logits; // [examples, classes]
  private final Lazy<Rows> rows = new Lazy<>(this::rows);

  /**
   * What every task asks of the logits.
   *
   * @param byPair the row of each pair
   * @param best the answer of each row
   * @param level the logarithm of the sum of the exponentials of each row
   */
  // Plain arrays on purpose: nothing compares these.
  @SuppressWarnings("ArrayRecordComponent")
  private record Rows(Map<Long, Integer> byPair, int[] best, double[] level) {}

  /**
   * An empty sheet.
   *
   * @param asked pairs with one answer each
   * @param classes how many logits an answer has
   */
  public AnswerSheet(Examples asked, int classes) {
    this.asked = asked;
    this.classes = classes;
    logits = new float[asked.size() * classes];
  }

  @Override
  public void read(ForwardPass forwardPass) {
    for (int i = 0; i < forwardPass.size(); i++) {
      forwardPass.logits().copyRow(i, logits, forwardPass.example(i) * classes, classes);
    }
  }

  /**
   * How well the network answers other examples: the cross-entropy of a softmax, and the share of
   * right answers.
   *
   * @return nothing where this sheet lacks one of their pairs
   */
  public Optional<Score> score(Examples others) {
    Rows read = rows.get();
    double loss = 0;
    int right = 0;
    for (int example = 0; example < others.size(); example++) {
      Integer row = read.byPair().get(pair(others, example));
      if (row == null) {
        return Optional.empty();
      }
      int answer = others.answer(example);
      loss += read.level()[row] - logits[row * classes + answer];
      right += read.best()[row] == answer ? 1 : 0;
    }
    return Optional.of(new Score(loss / others.size(), (double) right / others.size()));
  }

  private static long pair(Examples examples, int example) {
    return ((long) examples.token(example, 0) << Integer.SIZE) | examples.token(example, 1);
  }

  private Rows rows() {
    Rows read = new Rows(new HashMap<>(), new int[asked.size()], new double[asked.size()]);
    for (int row = 0; row < asked.size(); row++) {
      read.byPair().put(pair(asked, row), row);
      int from = row * classes;
      int best = from;
      for (int i = from; i < from + classes; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      double sum = 0;
      for (int i = from; i < from + classes; i++) {
        sum += Math.exp(logits[i] - (double) logits[best]);
      }
      double level = logits[best] + Math.log(sum);
      read.best()[row] = Double.isNaN(level) ? NONE : best - from; // what is no number says nothing
      read.level()[row] = level;
    }
    return read;
  }
}
