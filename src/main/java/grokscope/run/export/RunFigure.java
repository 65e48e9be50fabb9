package grokscope.run.export;

import grokscope.config.ProgramVersion;
import grokscope.config.SettingPaths;
import grokscope.figure.RunColors;
import grokscope.figure.RunIdentity;
import grokscope.figure.ShortLabel;
import grokscope.figure.print.FigureData;
import grokscope.figure.print.FigureRun;
import grokscope.measure.phase.SeedRange;
import grokscope.run.StoredRun;
import grokscope.telemetry.KnobsInForce;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Stored runs as they are drawn in one figure, each in a colour of its own. Any thread. */
final class RunFigure {
  private static final Set<String> SEED = Set.of(SettingPaths.SEED);

  private final RunTeller teller;
  private final ProgramVersion program;

  RunFigure(RunTeller teller, ProgramVersion program) {
    this.teller = teller;
    this.program = program;
  }

  /** The colour of a run that is drawn alone; one without a number has the first. */
  static int color(RunIdentity run) {
    return run.number() > 0 ? run.color() : 0;
  }

  /**
   * What is drawn of runs, the first of which is the main one.
   *
   * @param merged whether runs that differ in their seed only are one
   */
  FigureData data(List<StoredRun> runs, boolean merged) {
    List<List<StoredRun>> groups = new ArrayList<>();
    runs.forEach(run -> enter(groups, run, merged));
    List<KnobsInForce> compared =
        groups.stream().map(group -> group.get(0).listed().knobs()).toList();
    Set<Integer> taken = new LinkedHashSet<>();
    groups.stream()
        .map(group -> RunTeller.identity(group.get(0).listed()))
        .filter(run -> run.number() > 0)
        .forEach(run -> taken.add(run.color()));
    boolean alike =
        groups.stream().map(group -> name(group)).distinct().count() == 1 && groups.size() > 1;
    List<FigureRun> drawn = new ArrayList<>();
    Set<Integer> given = new LinkedHashSet<>();
    for (List<StoredRun> group : groups) {
      RunIdentity run = RunTeller.identity(group.get(0).listed());
      boolean own = run.number() > 0 && !given.contains(run.color());
      int color = own ? run.color() : free(given, taken, drawn.size());
      given.add(color);
      drawn.add(drawn(group, compared, color, alike));
    }
    boolean several = groups.get(0).size() > 1; // whose phases are those of none of them
    Told told = teller.told(runs.get(0));
    return new FigureData(
        drawn.stream().map(FigureRun::label).collect(Collectors.joining("; ")),
        several ? "Medians of runs that differ in their seed." : told.sentence(),
        List.of(),
        drawn,
        OptionalDouble.empty(),
        several ? List.of() : told.phases().stream().map(FigureData.Phase::of).toList(),
        several ? List.of() : told.marks().stream().map(Told.Mark::drawn).toList(),
        List.of(),
        program);
  }

  /** A colour that no other run of the figure has; of more runs than colours some share one. */
  private static int free(Set<Integer> given, Set<Integer> taken, int place) {
    Set<Integer> used = new LinkedHashSet<>(taken);
    used.addAll(given);
    return RunColors.free(used).orElse(place % RunColors.COUNT);
  }

  private static void enter(List<List<StoredRun>> groups, StoredRun run, boolean merged) {
    for (List<StoredRun> group : groups) {
      KnobsInForce first = group.get(0).listed().knobs();
      if (merged && SEED.containsAll(run.listed().knobs().differences(first))) {
        group.add(run);
        return;
      }
    }
    groups.add(new ArrayList<>(List.of(run)));
  }

  private static String name(List<StoredRun> group) {
    return RunTeller.identity(group.get(0).listed()).label();
  }

  /** A name that all have is left out where something else tells them apart. */
  private FigureRun drawn(
      List<StoredRun> group, List<KnobsInForce> compared, int color, boolean alike) {
    StoredRun first = group.get(0);
    Optional<SeedRange> range = SeedRange.of(group.stream().map(StoredRun::history).toList());
    if (range.isEmpty()) {
      String differs = teller.among(first.listed(), compared, Set.of());
      String name = alike && !differs.isEmpty() ? "" : name(group);
      return new FigureRun(ShortLabel.joined(name, differs), color, first.history());
    }
    String differs = teller.among(first.listed(), compared, SEED);
    String what = differs.isEmpty() ? first.listed().preset().title() : differs;
    return new FigureRun(
        ShortLabel.joined(what, "median of " + group.size() + " seeds"),
        color,
        FigureRun.Standing.FULL,
        true,
        range.get().median(),
        range.map(ends -> new FigureRun.Range(ends.lowest(), ends.highest())),
        Optional.empty());
  }
}
