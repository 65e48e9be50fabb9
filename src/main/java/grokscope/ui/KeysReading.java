package grokscope.ui;

import grokscope.config.RunConfig;
import grokscope.measure.MetricIds;
import grokscope.run.CheckpointEntry;
import grokscope.run.RunFolder;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import grokscope.train.CircuitAt;
import grokscope.train.Question;
import grokscope.train.ReplyBox;
import grokscope.train.Stilled;
import grokscope.ui.chart.ReadAgain;
import grokscope.ui.words.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the circuit of one run again at its checkpoints, from the last to the first, with the key
 * frequencies of the last. One checkpoint is read at a time, and asked about before the next is
 * read. FX thread only; needs no toolkit.
 */
final class KeysReading {
  static final Metric RESTRICTED =
      new Metric(MetricIds.RESTRICTED_LOSS, "restricted loss", "final keys");
  static final Metric EXCLUDED = new Metric(MetricIds.EXCLUDED_LOSS, "excluded loss", "final keys");

  private static final Logger LOG = LoggerFactory.getLogger(KeysReading.class);
  private static final int FEW = 6;

  private final long run;
  private final RunConfig config;
  private final Background background;
  private final ReplyBox replies;
  private final Consumer<ReadAgain> shown;
  private final Deque<CheckpointEntry> left = new ArrayDeque<>();
  private final Deque<Sample> read = new ArrayDeque<>();
  private List<Integer> keys = List.of();
  private boolean givenUp;

  /**
   * Nothing is read yet.
   *
   * @param run the run's id
   * @param config what it was started with
   * @param background reads the files
   * @param replies takes questions to the trainer, and hands out the answers
   * @param shown hears what has been read so far, after every checkpoint
   */
  KeysReading(
      long run,
      RunConfig config,
      Background background,
      ReplyBox replies,
      Consumer<ReadAgain> shown) {
    this.run = run;
    this.config = config;
    this.background = background;
    this.replies = replies;
    this.shown = shown;
  }

  /**
   * Begins with the last checkpoint.
   *
   * @param settle returns when it is on disk
   */
  void begin(RunFolder folder, Runnable settle) {
    background.ask(
        () -> {
          settle.run();
          return folder.listCheckpoints();
        },
        found -> {
          left.addAll(found);
          next();
        },
        LOG::warn);
  }

  /** Reads, asks and tells nothing any more. */
  void giveUp() {
    givenUp = true;
  }

  private void next() {
    if (givenUp || left.isEmpty()) {
      return;
    }
    CheckpointEntry entry = left.removeLast();
    background.ask(() -> entry.still(run, config), this::ask, this::skip);
  }

  private void ask(Stilled network) {
    if (givenUp) {
      return;
    }
    replies.ask(
        new Question.ReadCircuit(network, keys),
        answer -> !givenUp,
        answer -> answer.found().ifPresentOrElse(this::take, () -> skip(answer.refusal())));
  }

  private void take(CircuitAt answer) {
    if (answer.keys().isEmpty()) {
      return; // without keys of the last network there is nothing to read the others with
    }
    keys = answer.keys();
    double restricted = answer.curves().restricted().all().loss();
    double excluded = answer.curves().excludedTrain().loss();
    read.addFirst(new Sample(run, answer.step(), new double[] {restricted, excluded}));
    shown.accept(new ReadAgain(label(), sentence(), history()));
    next();
  }

  /** Leaves a checkpoint out; not the last, for no other network has the final keys. */
  private void skip(String why) {
    LOG.warn(why);
    if (!keys.isEmpty()) {
      next();
    }
  }

  private History history() {
    History history = new History(List.of(RESTRICTED, EXCLUDED));
    read.forEach(history::append);
    return history;
  }

  private String label() {
    return keys.size() > FEW ? Words.count(keys.size()) + " final keys" : "final keys " + listed();
  }

  private String sentence() {
    return "Solid: measured while it ran, with the key frequencies of each moment. Dashed: read"
        + " again at its checkpoints, with those of the last network, "
        + listed()
        + ".";
  }

  private String listed() {
    return keys.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
