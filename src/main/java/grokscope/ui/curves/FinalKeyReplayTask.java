package grokscope.ui.curves;

import grokscope.config.RunConfig;
import grokscope.measure.MetricIds;
import grokscope.run.RunFolder;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import grokscope.text.NumberText;
import grokscope.train.look.CircuitMoment;
import grokscope.train.loop.Question;
import grokscope.train.loop.ReplyBox;
import grokscope.train.loop.StoredNetwork;
import grokscope.ui.chart.ReplayedCurves;
import grokscope.ui.session.BackgroundReader;
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
final class FinalKeyReplayTask {
  static final Metric RESTRICTED =
      new Metric(MetricIds.RESTRICTED_LOSS, "restricted loss", "final keys");
  static final Metric EXCLUDED = new Metric(MetricIds.EXCLUDED_LOSS, "excluded loss", "final keys");

  private static final Logger LOG = LoggerFactory.getLogger(FinalKeyReplayTask.class);
  private static final int FEW = 6;

  private final long run;
  private final RunConfig config;
  private final boolean split;
  private final BackgroundReader backgroundReader;
  private final ReplyBox replies;
  private final Consumer<ReplayedCurves> shown;
  private final Deque<CheckpointEntry> left = new ArrayDeque<>();
  private final Deque<Sample> read = new ArrayDeque<>();
  private List<Integer> keys = List.of();
  private boolean givenUp;

  /**
   * Nothing is read yet.
   *
   * @param run the run's id
   * @param config what it was started with
   * @param split whether it is known what was trained on; else there is no excluded loss
   * @param backgroundReader reads the files
   * @param replies takes questions to the trainer, and hands out the answers
   * @param shown hears what has been read so far, after every checkpoint
   */
  FinalKeyReplayTask(
      long run,
      RunConfig config,
      boolean split,
      BackgroundReader backgroundReader,
      ReplyBox replies,
      Consumer<ReplayedCurves> shown) {
    this.run = run;
    this.config = config;
    this.split = split;
    this.backgroundReader = backgroundReader;
    this.replies = replies;
    this.shown = shown;
  }

  /**
   * Begins with the last checkpoint.
   *
   * @param settle returns when it is on disk
   */
  void begin(RunFolder folder, Runnable settle) {
    backgroundReader.ask(
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

  /** Stops: nothing is read, asked or reported from now on. */
  void giveUp() {
    givenUp = true;
  }

  private void next() {
    if (givenUp || left.isEmpty()) {
      return;
    }
    CheckpointEntry entry = left.removeLast();
    backgroundReader.ask(
        () -> entry.networkIfThere(run, config),
        found -> found.ifPresentOrElse(this::ask, this::passOver),
        this::skip);
  }

  private void ask(StoredNetwork network) {
    if (givenUp) {
      return;
    }
    replies.ask(
        new Question.ReadCircuit(network, keys),
        answer -> !givenUp,
        answer -> answer.found().ifPresentOrElse(this::take, () -> skip(answer.refusal())));
  }

  private void take(CircuitMoment answer) {
    if (answer.keys().isEmpty()) {
      return; // without keys of the last network there is nothing to read the others with
    }
    keys = answer.keys();
    double restricted = answer.curves().restricted().all().loss();
    double excluded = split ? answer.curves().excludedTrain().loss() : Double.NaN;
    read.addFirst(new Sample(run, answer.step(), new double[] {restricted, excluded}));
    shown.accept(new ReplayedCurves(label(), sentence(), history()));
    next();
  }

  /** Leaves a checkpoint out; not the last, for no other network has the final keys. */
  private void skip(String why) {
    LOG.warn(why);
    passOver();
  }

  /** Nothing is said of one that is gone: somebody has deleted the run, or thinned it. */
  private void passOver() {
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
    return keys.size() > FEW
        ? NumberText.count(keys.size()) + " final keys"
        : "final keys " + listed();
  }

  private String sentence() {
    return "Restricted and excluded loss. Solid: measured during the run, with the key frequencies"
        + " of each step. Dotted: computed afterwards at its checkpoints, with the key"
        + " frequencies of the final network: "
        + listed()
        + ".";
  }

  private String listed() {
    return keys.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
