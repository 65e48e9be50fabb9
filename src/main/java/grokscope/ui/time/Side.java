package grokscope.ui.time;

import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.story.ReachedMark;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.text.NumberText;
import grokscope.train.loop.ReplyBox;
import grokscope.ui.color.Palette;
import grokscope.ui.figure.FigureSaving;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.picture.paint.SplitKnowledge;
import grokscope.ui.picture.paint.Subject;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.WindowRuns;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of one run at one of its steps: of two that are compared, the left or the right one.
 * FX thread only.
 */
final class Side {
  private final WindowRuns runs;
  private final Timeline timeline;
  private final TimeCursor cursor;
  private final PictureDeck deck;
  private final ProfileBackfill backfill;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private @Nullable LabRun run;

  Side(WindowRuns runs, BackgroundReader backgroundReader, ReplyBox replies, FigureSaving saving) {
    this.runs = runs;
    Archive archive = new StoredArchive(backgroundReader);
    timeline = new Timeline(archive);
    cursor = new TimeCursor(timeline, archive);
    deck = new PictureDeck(replies, saving, System::nanoTime);
    backfill = new ProfileBackfill(backgroundReader, Side::subject, deck::profiled);
  }

  /** What pictures of a run need to know. */
  private static Subject subject(LabRun run) {
    return new Subject(
        run.id(),
        run.name(),
        run.config(),
        split(run),
        run.profiles().shares(),
        run.profiles().norms());
  }

  private static SplitKnowledge split(LabRun run) {
    if (run.source().isPresent()) {
      return switch (run.source().get().split()) {
        case NAMED -> SplitKnowledge.NAMED;
        case ASSUMED -> SplitKnowledge.ASSUMED;
        case UNKNOWN -> SplitKnowledge.UNKNOWN;
      };
    }
    return run.weights()
        .map(
            weights ->
                switch (weights.split()) {
                  case NAMED -> SplitKnowledge.NAMED;
                  case SETTINGS -> SplitKnowledge.ASSUMED;
                  case UNKNOWN -> SplitKnowledge.UNKNOWN;
                })
        .orElse(SplitKnowledge.OWN_RUN);
  }

  /** Shows a run from now on. */
  void begin(LabRun now) {
    run = now;
    now.weights()
        .ifPresentOrElse(
            weights -> timeline.begin(weights.as(now.id()), weights.source()),
            () -> timeline.begin(now.id(), now.config(), now.folder()));
    if (!runs.trains(now)) {
      timeline.letGo();
    }
    cursor.begin();
    deck.begin(subject(now));
    say();
  }

  /** Has what its run told of its matrices and frequencies read again, where that is not known. */
  void readProfiles() {
    run().ifPresent(backfill::begin);
  }

  Optional<LabRun> run() {
    return Optional.ofNullable(run);
  }

  Timeline timeline() {
    return timeline;
  }

  TimeCursor cursor() {
    return cursor;
  }

  PictureDeck deck() {
    return deck;
  }

  /** What is seen: "#3 Ungrokking · step 1 240 · checkpoint". */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** What the run has reached. */
  List<ReachedMark> marks() {
    return run().map(shown -> shown.story().now().marks()).orElse(List.of());
  }

  /** Something happened to a run, maybe to this one. */
  void onEvent(RunEvent event) {
    if (event instanceof RunEvent.CheckpointKept kept) {
      timeline.onCheckpoint(kept);
    }
  }

  /** Has the picture of this moment drawn. */
  void frame(long nanos) {
    LabRun shown = run;
    if (shown == null) {
      return;
    }
    if (!runs.trains(shown)) {
      timeline.letGo();
    }
    timeline.frame(shown.status().step(), shown.status().state().active(), nanos);
    deck.frame(shown.status(), cursor.source());
    say();
  }

  private void say() {
    run().ifPresent(shown -> words.set(shown.name() + " · " + moment(shown)));
  }

  private String moment(LabRun shown) {
    Optional<CheckpointEntry> entry = cursor.entryProperty().get();
    if (shown.weights().isPresent()) {
      return "weights of a file";
    }
    int step = entry.map(CheckpointEntry::step).orElse(shown.status().step());
    String source =
        entry.isPresent()
            ? "checkpoint"
            : shown.status().state() == RunState.RUNNING ? "live" : "current network";
    return "step " + NumberText.count(step) + " · " + source;
  }

  /** Changes the colours after the theme has changed. */
  void restyle(Palette palette) {
    deck.restyle(palette);
  }
}
