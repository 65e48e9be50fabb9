package grokscope.run.export;

import grokscope.config.Catalog;
import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.config.knob.Knob;
import grokscope.figure.Hue;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseBoundary;
import grokscope.measure.phase.Phases;
import grokscope.run.ListedRun;
import grokscope.run.StoredRun;
import grokscope.run.format.RunText;
import grokscope.story.RunPhases;
import grokscope.story.RunWords;
import grokscope.telemetry.History;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts a stored run in words. Immutable, any thread. */
final class RunTeller {
  private final Catalog catalog;
  private final RunWords words;

  RunTeller(Catalog catalog) {
    this.catalog = catalog;
    this.words = new RunWords(catalog);
  }

  /** Its name, if it has one, and what it learned. */
  String title(ListedRun run) {
    String name = run.remarks().name();
    String headline = words.headline(run.knobs());
    return name.isEmpty() ? headline : name + ": " + headline;
  }

  /** What it turned out to be, its phases and marks. */
  Told told(StoredRun run) {
    ListedRun listed = run.listed();
    Outcome outcome = Outcome.of(listed.config());
    boolean diverged = listed.state().equals(RunText.word(RunState.DIVERGED));
    outcome.tell(
        diverged ? RunState.DIVERGED : RunState.FINISHED, listed.memorizedAt(), listed.grokkedAt());
    RunPhases phases = new RunPhases(run.history(), outcome);
    phases.update();
    List<Told.Phase> spans =
        outcome.verdict().hasPhases() ? spans(phases.phases(), run.history()) : List.of();
    return new Told(phases.sentence(), spans, marks(listed));
  }

  private static List<Told.Phase> spans(Phases phases, History history) {
    List<Told.Phase> spans = new ArrayList<>();
    if (history.size() == 0) {
      return spans;
    }
    double now = history.step(history.size() - 1);
    double memory = end(phases.memorizationEnd(), now);
    spans.add(span("memorising", Hue.TRAIN, 0, memory, true, phases.memorizationEnd()));
    if (phases.memorizationEnd().isPresent()) {
      double formed = end(phases.cleanupStart(), now);
      boolean sure = sure(phases.memorizationEnd());
      spans.add(
          span("circuit formation", Hue.RESTRICTED, memory, formed, sure, phases.cleanupStart()));
      if (phases.cleanupStart().isPresent()) {
        double cleaned = end(phases.cleanupEnd(), now);
        boolean begun = sure(phases.cleanupStart());
        spans.add(span("cleanup", Hue.TEST, formed, cleaned, begun, phases.cleanupEnd()));
      }
    }
    return spans;
  }

  private static Told.Phase span(
      String name, Hue hue, double from, double to, boolean begun, Optional<PhaseBoundary> end) {
    String rule = end.map(boundary -> boundary.rule().words()).orElse("");
    return new Told.Phase(name, hue, from, to, begun && sure(end), rule);
  }

  private static double end(Optional<PhaseBoundary> boundary, double now) {
    return boundary.map(at -> (double) at.at().by()).orElse(now);
  }

  private static boolean sure(Optional<PhaseBoundary> boundary) {
    return boundary.filter(PhaseBoundary::confirmed).isPresent();
  }

  private List<Told.Mark> marks(ListedRun run) {
    List<Told.Mark> marks = new ArrayList<>();
    run.memorizedAt().ifPresent(at -> marks.add(reached(Hue.TRAIN, "memorised", at)));
    run.grokkedAt().ifPresent(at -> marks.add(reached(Hue.TEST, "grokked", at)));
    for (KnobsInForce.Change change : run.knobs().changes()) {
      int step = change.turn().step();
      String label = words.turned(run.config(), change.turn().path(), change.turn().value());
      marks.add(new Told.Mark(Hue.KNOB, new StepInterval(step, step), label));
    }
    marks.sort(Comparator.comparingInt(mark -> mark.at().by()));
    return marks;
  }

  private static Told.Mark reached(Hue hue, String what, StepInterval at) {
    String when =
        at.after() < 0
            ? " at " + NumberText.count(at.by())
            : " " + NumberText.count(at.after()) + "–" + NumberText.count(at.by());
    return new Told.Mark(hue, at, what + when);
  }

  /** Its settings by their titles, with units; without those that have no effect. */
  List<SettingGroup> settings(ListedRun run) {
    RunConfig config = run.config();
    List<SettingGroup> groups = new ArrayList<>();
    for (Section section : catalog.sections()) {
      List<SettingGroup.Line> lines = new ArrayList<>();
      Kind<?> kind = section.kindOf(config.section(section.path()));
      if (section.hasType()) {
        lines.add(new SettingGroup.Line(section.title(), kind.title()));
      }
      for (Knob knob : kind.knobs()) {
        String path = section.pathOf(knob.name());
        if (catalog.idle(config, path).isEmpty()) {
          lines.add(new SettingGroup.Line(knob.title(), words.course(run.knobs(), path)));
        }
      }
      groups.add(new SettingGroup(section.title(), lines));
    }
    return groups;
  }
}
