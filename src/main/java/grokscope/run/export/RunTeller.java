package grokscope.run.export;

import grokscope.config.Catalog;
import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.config.knob.Knob;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.figure.Hue;
import grokscope.figure.RunIdentity;
import grokscope.run.ListedRun;
import grokscope.run.StoredRun;
import grokscope.story.Account;
import grokscope.story.Narrator;
import grokscope.story.ReachedMark;
import grokscope.story.RunWords;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a stored run in words. Immutable, any thread. */
final class RunTeller {
  private final Catalog catalog;
  private final RunWords words;

  RunTeller(Catalog catalog) {
    this.catalog = catalog;
    this.words = new RunWords(catalog);
  }

  /** Its name, or its preset's, or what it learned where its folder is called by a time. */
  String called(ListedRun run) {
    String name = name(run);
    return name.isEmpty() && run.folder().namedByTime() ? words.task(run.config()) : name;
  }

  private static String name(ListedRun run) {
    return run.remarks().name().isEmpty() ? run.preset().title() : run.remarks().name();
  }

  /** Its number, name and colour. */
  static RunIdentity identity(ListedRun run) {
    String usual =
        RunIdentity.usualName(run.preset().title(), Optional.of(run.folder()), run.config());
    return RunIdentity.of(run.number(), run.remarks(), usual);
  }

  /** What tells a run from others, in words. */
  String among(ListedRun run, List<KnobsInForce> others, Set<String> unseen) {
    return words.among(run.knobs(), others, unseen);
  }

  /** Its number, its name, or its preset's, and what it learned. */
  String title(ListedRun run) {
    String name = run.number().number() > 0 ? identity(run).label() : name(run);
    return (name.isEmpty() ? "" : name + " · ") + words.headline(run.knobs());
  }

  /** What its narrator says at its end. */
  Told told(StoredRun run) {
    RunConfig config = run.listed().config();
    Preset unnamed = new Preset("", false, PresetNotes.bare(run.name()), config);
    Narrator narrator =
        new Narrator(unnamed, config, false, run.history(), run.status(0, RunState.RUNNING));
    run.events().forEach(narrator::note);
    Account account = narrator.now();
    return new Told(
        account.badge(), account.sentence(), account.bands(), marks(account, run.listed()));
  }

  private List<Told.Mark> marks(Account account, ListedRun run) {
    List<Told.Mark> marks = new ArrayList<>();
    for (ReachedMark mark : account.marks()) {
      marks.add(new Told.Mark(Hue.of(mark.kind()), mark.at(), mark.words(), mark.label()));
    }
    for (KnobsInForce.Change change : run.knobs().changes()) {
      int step = change.turn().step();
      String turned = words.turned(run.config(), change.turn().path(), change.turn().value());
      marks.add(new Told.Mark(Hue.KNOB, new StepInterval(step, step), turned, turned));
    }
    marks.sort(Comparator.comparingInt(mark -> mark.at().by()));
    return marks;
  }

  /** Its settings by their titles, with units; without those that have no effect. */
  List<SettingGroup> settings(ListedRun run) {
    RunConfig config = run.config();
    List<SettingGroup> groups = new ArrayList<>();
    for (Section section : catalog.sections()) {
      List<SettingGroup.Line> lines = new ArrayList<>();
      Kind<?> kind = section.kindOf(config.section(section.path()));
      if (run.knobs().unknown().contains(section.pathOf("type"))) {
        groups.add(new SettingGroup(section.title() + ": " + RunWords.UNKNOWN, lines));
        continue;
      }
      for (Knob knob : kind.knobs()) {
        String path = section.pathOf(knob.name());
        if (catalog.idle(config, path).isEmpty()) {
          lines.add(new SettingGroup.Line(knob.title(), words.course(run.knobs(), path)));
        }
      }
      String type = section.hasType() ? ": " + kind.title() : "";
      groups.add(new SettingGroup(section.title() + type, lines));
    }
    return groups;
  }
}
