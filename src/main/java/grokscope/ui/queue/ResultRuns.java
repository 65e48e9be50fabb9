package grokscope.ui.queue;

import grokscope.config.AtomicFile;
import grokscope.run.format.RunText;
import grokscope.run.sweep.Sweep;
import grokscope.run.sweep.SweepRun;
import grokscope.story.RunWords;
import grokscope.telemetry.KnobsInForce;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.picture.paint.Results;
import grokscope.ui.runs.RunFacts;
import grokscope.ui.runs.RunListPane;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunQueue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Which runs are looked at together: those that are checked in the list, or else those of the last
 * queue. FX thread only.
 */
public final class ResultRuns {
  private final RunListPane list;
  private final RunQueue queue;
  private final RunWords words;
  private final Dialogs dialogs;
  private final PictureDeck deck;
  private List<SweepRun> told = List.of();

  /**
   * Nothing is told yet.
   *
   * @param deck shows what came of them
   */
  public ResultRuns(
      RunListPane list, RunQueue queue, RunWords words, Dialogs dialogs, PictureDeck deck) {
    this.list = list;
    this.queue = queue;
    this.words = words;
    this.dialogs = dialogs;
    this.deck = deck;
  }

  /** Tells the picture what has changed, while somebody looks at it. */
  public void frame() {
    if (!deck.showsResults()) {
      return;
    }
    List<SweepRun> now = runs();
    if (!now.equals(told)) {
      told = now;
      deck.results(new Results(Sweep.of(now), Optional.of(words), this::save));
    }
  }

  private List<SweepRun> runs() {
    List<SweepRun> checked =
        list.checked().stream().flatMap(facts -> swept(facts).stream()).toList();
    return checked.size() > 1
        ? checked
        : queue.begunProperty().get().stream().map(ResultRuns::swept).toList();
  }

  static Optional<SweepRun> swept(RunFacts facts) {
    return facts
        .knobs()
        .filter(knobs -> knobs.unknown().isEmpty()) // or it would stand for settings it had not
        .map(KnobsInForce::start)
        .map(
            config ->
                settled(
                    new SweepRun(
                        facts.identity().label(),
                        config,
                        facts.how(),
                        facts.steps(),
                        facts.memorized(),
                        facts.generalized(),
                        facts.accuracy())));
  }

  private static SweepRun swept(LabRun run) {
    return settled(
        new SweepRun(
            run.name(),
            run.config(),
            RunText.word(run.status().state()),
            run.status().step(),
            run.memorized(),
            run.generalized(),
            Double.NaN));
  }

  /** A run that goes on changes with every frame, but nothing of that is shown. */
  private static SweepRun settled(SweepRun run) {
    return run.fate() != SweepRun.Fate.OPEN
        ? run
        : new SweepRun(
            run.name(), run.config(), run.state(), 0, Optional.empty(), Optional.empty(), 0);
  }

  private void save(String csv) {
    dialogs
        .target("Save the table", "results.csv", "CSV files", ".csv")
        .ifPresent(
            file -> {
              try {
                AtomicFile.replace(file, csv);
              } catch (IOException notWritable) {
                dialogs.refuse(
                    "The table was not saved",
                    file + " was not written: " + AtomicFile.reason(notWritable) + ".");
              }
            });
  }
}
