package grokscope.ui.time;

import grokscope.measure.WeightProfiles;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.train.loop.StoredNetwork;
import grokscope.ui.picture.paint.Subject;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabRun;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads again, from its checkpoints, what a stored run told of its matrices and frequencies while
 * it trained: that is nowhere written down. One checkpoint at a time, until another run is shown.
 * FX thread only; needs no toolkit.
 */
final class ProfileBackfill {
  private final BackgroundReader backgroundReader;
  private final Function<LabRun, Subject> subjects;
  private final Runnable changed;
  private @Nullable LabRun shown;

  /**
   * Nothing is shown yet.
   *
   * @param backgroundReader reads the files and computes
   * @param subjects what pictures need to know of a run
   * @param changed is called when the profiles of the shown run have grown
   */
  ProfileBackfill(
      BackgroundReader backgroundReader, Function<LabRun, Subject> subjects, Runnable changed) {
    this.backgroundReader = backgroundReader;
    this.subjects = subjects;
    this.changed = changed;
  }

  /** Reads those of this run from now on, and of no other. */
  void begin(LabRun run) {
    shown = run;
    if (run.history().size() == 0) {
      return;
    }
    double until = run.history().step(run.history().size() - 1);
    WeightProfiles profiles = profiles(subjects.apply(run));
    run.folder()
        .ifPresent(
            folder ->
                backgroundReader.ask(
                    folder::listCheckpoints,
                    found -> {
                      Queue<CheckpointEntry> left = new ArrayDeque<>(found);
                      left.removeIf(
                          entry -> entry.step() > until || run.profiles().has(entry.step()));
                      read(run, profiles, left);
                    },
                    unreadable -> {})); // said where somebody looks at a step
  }

  private static WeightProfiles profiles(Subject of) {
    return new WeightProfiles(of.shape().numbers(), of.sums());
  }

  private void read(LabRun run, WeightProfiles profiles, Queue<CheckpointEntry> left) {
    if (run != shown || left.isEmpty()) {
      return;
    }
    CheckpointEntry entry = left.remove();
    backgroundReader.ask(
        () -> {
          Optional<StoredNetwork> there = entry.networkIfThere(run.id(), run.config());
          return there.map(
              network -> profiles.of(network.run(), network.step(), network.weights()));
        },
        found -> {
          found.ifPresent(some -> some.forEach(run.profiles()::insert));
          if (run == shown) {
            changed.run();
          }
          read(run, profiles, left);
        },
        unreadable -> read(run, profiles, left)); // said when somebody looks at that step
  }
}
