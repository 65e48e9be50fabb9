package grokscope.story;

import grokscope.measure.MetricIds;
import grokscope.measure.phase.Landmark;
import grokscope.telemetry.History;
import grokscope.telemetry.StepInterval;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says how a run goes beside a published one, by the steps at which both pass the same landmarks.
 * Immutable; FX thread.
 */
public final class ReferenceWords {
  /** Seeds of one published set-up grok up to this factor apart (Nanda et al. 2023, appendix). */
  private static final double BAND = 2;

  private static final List<Landmark> LANDMARKS =
      List.of(
          new Landmark("train loss below 0.01", MetricIds.TRAIN_LOSS, 0.01, false, Double.NaN),
          new Landmark("test accuracy above 0.1", MetricIds.TEST_ACCURACY, 0.1, true, Double.NaN),
          new Landmark("test accuracy above 0.5", MetricIds.TEST_ACCURACY, 0.5, true, Double.NaN),
          new Landmark("test accuracy above 0.99", MetricIds.TEST_ACCURACY, 0.99, true, Double.NaN),
          new Landmark("Σw² back below 1,500", MetricIds.WEIGHT_NORM, 1500, false, 2500),
          new Landmark("test loss below 0.0001", MetricIds.TEST_LOSS, 1e-4, false, Double.NaN));

  private final Reference reference;
  private final History history;

  public ReferenceWords(Reference reference, History history) {
    this.reference = reference;
    this.history = history;
  }

  private record Pair(Landmark landmark, StepInterval ours, StepInterval theirs) {
    boolean inside() {
      return ours.by() * BAND > theirs.after() && ours.after() < theirs.by() * BAND;
    }

    String words() {
      return landmark.words()
          + " at "
          + steps(ours)
          + " in this run, "
          + steps(theirs)
          + " published: "
          + (inside() ? "inside" : "outside")
          + " the band";
    }

    private static String steps(StepInterval at) {
      return NumberText.count(Math.max(0, at.after())) + "–" + NumberText.count(at.by());
    }
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Landmark landmark : LANDMARKS) {
      Optional<StepInterval> theirs = landmark.in(reference.history());
      landmark
          .in(history)
          .ifPresent(ours -> theirs.ifPresent(at -> pairs.add(new Pair(landmark, ours, at))));
    }
    return pairs;
  }

  /** How the run goes so far, in one line. */
  public String line() {
    List<Pair> pairs = pairs();
    String published = "Published run (pale): ";
    if (pairs.isEmpty()) {
      return published + "nothing to compare yet.";
    }
    long inside = pairs.stream().filter(Pair::inside).count();
    String last = pairs.get(pairs.size() - 1).words();
    String all =
        pairs.size() == 1 ? "" : " " + inside + " of " + pairs.size() + " are inside so far.";
    return published + last + "." + all;
  }

  /** Every landmark so far, with the source. */
  public String all() {
    List<String> lines = new ArrayList<>();
    lines.add(reference.source() + ".");
    lines.add(
        "Inside the band: within a factor of two, which is how much seeds of one set-up differ.");
    pairs().forEach(pair -> lines.add(NumberText.sentence(pair.words()) + "."));
    lines.add(reference.remark());
    return String.join("\n", lines);
  }
}
