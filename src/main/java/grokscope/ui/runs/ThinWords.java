package grokscope.ui.runs;

import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.checkpoint.Thinning;
import grokscope.text.NumberText;
import java.util.List;

/**
 * What is said about thinning the checkpoints of runs. Immutable, any thread.
 *
 * @param thinnings one for each run
 */
record ThinWords(List<Thinning> thinnings) {
  ThinWords {
    thinnings = List.copyOf(thinnings);
  }

  /** How many checkpoints go. */
  long count() {
    return thinnings.stream().mapToLong(thinning -> thinning.go().size()).sum();
  }

  private long freed() {
    return thinnings.stream().mapToLong(Thinning::freed).sum();
  }

  private long left() {
    return thinnings.stream()
        .flatMap(thinning -> thinning.stay().stream())
        .mapToLong(CheckpointEntry::bytes)
        .sum();
  }

  private String runs() {
    return thinnings.size() == 1 ? "this run" : "these " + thinnings.size() + " runs";
  }

  private String checkpoints() {
    return NumberText.count(count()) + (count() == 1 ? " checkpoint" : " checkpoints");
  }

  /** Before anything is deleted. */
  String question() {
    return "This deletes "
        + checkpoints()
        + " of "
        + runs()
        + " for good and frees "
        + NumberText.bytes(freed())
        + " of "
        + NumberText.bytes(freed() + left())
        + ".\n\n"
        + "The first and the last stay, those you kept, those of memorised and generalised with"
        + " their neighbours, and of the rest one for every doubling of the step. Curves, notes and"
        + " settings stay whole: the run can still be looked at, trained on, repeated and exported."
        + " A branch can begin at the steps that stay.";
  }

  /** What the button says. */
  String yes() {
    return "Delete " + checkpoints();
  }

  /** Where there is nothing to delete. */
  String nothing() {
    return "The checkpoints of " + runs() + " are thin already.";
  }

  /** Afterwards. */
  String done() {
    return checkpoints() + " deleted, " + NumberText.bytes(freed()) + " freed.";
  }
}
