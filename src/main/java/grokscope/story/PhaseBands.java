package grokscope.story;

import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseBoundary;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.measure.phase.Phases;
import grokscope.story.PhaseBand.Phase;
import grokscope.telemetry.StepInterval;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the borders between phases into bands that meet. One call, one thread. */
final class PhaseBands {
  private final Outcome outcome;
  private final Phases phases;
  private final int end;
  private final boolean over;

  /**
   * Bands of a run.
   *
   * @param over whether the run is over, so that an open end is where it ended
   */
  PhaseBands(Outcome outcome, Phases phases, boolean over) {
    this.outcome = outcome;
    this.phases = phases;
    this.end = outcome.lostAt().map(StepInterval::by).orElse(outcome.step());
    this.over = over;
  }

  /**
   * Memorising, the circuit's formation and the cleanup, as far as they are there; none where they
   * cannot be told apart: with new examples in every step, where both sets were learned together,
   * and where everything was lost before anything was understood.
   */
  List<PhaseBand> bands() {
    List<PhaseBand> bands = new ArrayList<>();
    if (outcome.step() < 1 || !separate()) {
      return bands;
    }
    if (!outcome.criteria().rule()) {
      add(bands, Phase.MEMORIZING, Optional.empty(), Optional.empty());
      return bands; // there is nothing for a circuit to find
    }
    Optional<PhaseBoundary> learned = phases.memorizationEnd();
    if (learned.isEmpty() && outcome.verdict() != PhaseVerdict.NOT_LEARNED && !onlyMemorized()) {
      return bands; // no measure shows where memorising ended
    }
    Optional<PhaseBoundary> middle = phases.cleanupStart();
    if (learned.isPresent()
        && middle.isPresent()
        && middle.get().at().by() <= learned.get().at().by()) {
      return bands; // what was half understood when it was memorised was not memorised first
    }
    // Until a run has generalised, half of the hidden examples may be all that it ever gets right.
    Optional<PhaseBoundary> half = middle.filter(start -> outcome.generalized().isPresent());
    add(bands, Phase.MEMORIZING, Optional.empty(), learned);
    if (learned.isPresent()) {
      add(bands, Phase.FORMATION, learned, half);
    }
    if (half.isPresent() && outcome.everShed()) { // without weights given up nothing was cleaned up
      add(bands, Phase.CLEANUP, half, phases.cleanupEnd());
    }
    outcome
        .lostAt()
        .filter(at -> outcome.step() > at.by())
        .ifPresent(
            at ->
                bands.add(
                    new PhaseBand(
                        Phase.LOST, at.by(), outcome.step(), true, "test accuracy has fallen")));
    return bands;
  }

  private boolean onlyMemorized() {
    return outcome.verdict() == PhaseVerdict.MEMORIZED_ONLY && !outcome.halfUnderstood();
  }

  private boolean separate() {
    return switch (outcome.verdict()) {
      case NOT_LEARNED -> !over && !outcome.understoodInPart();
      case MEMORIZED_ONLY, SHORT_DELAY, GROKKING -> true;
      case IN_PART -> !atOnce();
      case UNGROKKED, FORGOTTEN, COLLAPSED, DIVERGED ->
          !outcome.criteria().fresh()
              && (outcome.rise() == Outcome.Rise.LATE || outcome.rise() == Outcome.Rise.SOON);
      case UNTIMED, UNTOLD, FROM_START, NO_DELAY, LEARNING, LEARNED_IN_PART, LEARNED -> false;
    };
  }

  /** Whether there would be no delay if the hidden examples were understood now. */
  private boolean atOnce() {
    StepInterval now = new StepInterval(outcome.step() - 1, outcome.step());
    return outcome.halfUnderstood()
        && Outcome.rise(outcome.memorized(), Optional.of(now)) == Outcome.Rise.AT_ONCE;
  }

  private void add(
      List<PhaseBand> bands,
      Phase phase,
      Optional<PhaseBoundary> from,
      Optional<PhaseBoundary> until) {
    int first = Math.min(end, from.map(boundary -> boundary.at().by()).orElse(0));
    Optional<PhaseBoundary> before = until.filter(boundary -> boundary.at().by() <= end);
    int last = before.map(boundary -> boundary.at().by()).orElse(end);
    if (last <= first && phase != Phase.MEMORIZING) {
      return;
    }
    String unsure = unsure(from).or(() -> unsure(before)).orElse("");
    boolean open = before.isEmpty() && !over && outcome.lostAt().isEmpty();
    String rule =
        before
            .map(boundary -> "until " + boundary.rule().words())
            .orElse(
                outcome.lostAt().isPresent()
                    ? "until it was lost"
                    : over ? "not over when the run ended" : "not over yet");
    boolean certain = unsure.isEmpty() && !open;
    String remark = unsure.isEmpty() ? rule : rule + "; not certain, because " + unsure;
    bands.add(new PhaseBand(phase, first, last, certain, remark));
  }

  private Optional<String> unsure(Optional<PhaseBoundary> boundary) {
    Optional<PhaseBoundary> rough = boundary.filter(at -> at.at().wide());
    if (rough.isPresent()) {
      StepInterval at = rough.get().at();
      return Optional.of(
          "it may be anywhere between the evaluations at "
              + NumberText.count(at.after())
              + " and "
              + NumberText.count(at.by()));
    }
    return boundary
        .filter(at -> !at.confirmed())
        .map(
            at ->
                over
                    ? "what followed does not confirm it"
                    : "what has followed does not confirm it yet");
  }
}
