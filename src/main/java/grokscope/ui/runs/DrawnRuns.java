package grokscope.ui.runs;

import grokscope.config.SettingPaths;
import grokscope.figure.RunIdentity;
import grokscope.figure.ShortLabel;
import grokscope.measure.phase.SeedRange;
import grokscope.story.RunWords;
import grokscope.telemetry.History;
import grokscope.telemetry.KnobsInForce;
import grokscope.ui.chart.Ghost;
import grokscope.ui.chart.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The runs that are drawn behind the live one: each by itself, or those that differ in their seed
 * only as one. FX thread only.
 */
final class DrawnRuns {
  private static final Set<String> SEED = Set.of(SettingPaths.SEED);

  private final boolean merged;
  private final List<List<Drawn>> groups = new ArrayList<>();

  /** One of them. Its history must not grow any more. */
  record Drawn(RunIdentity run, KnobsInForce knobs, History history) {}

  /**
   * None yet.
   *
   * @param merged whether runs that differ in their seed only are drawn as one
   */
  DrawnRuns(boolean merged) {
    this.merged = merged;
  }

  /** Draws one. */
  void add(Drawn drawn) {
    if (!merged || !join(drawn)) {
      groups.add(new ArrayList<>(List.of(drawn)));
    }
  }

  /** Counts one among those from which it differs in its seed only; whether there are such. */
  boolean join(Drawn drawn) {
    for (List<Drawn> group : groups) {
      if (SEED.containsAll(drawn.knobs().differences(group.get(0).knobs()))) {
        return group.add(drawn);
      }
    }
    return false;
  }

  /**
   * What is drawn, in the order in which it was added.
   *
   * @param live the settings of the live run, from which they are told apart too
   */
  List<Ghost> ghosts(RunWords words, Optional<KnobsInForce> live) {
    List<KnobsInForce> compared = new ArrayList<>();
    groups.forEach(group -> compared.add(group.get(0).knobs()));
    live.ifPresent(compared::add);
    List<Ghost> ghosts = new ArrayList<>();
    for (List<Drawn> group : groups) {
      boolean several = group.size() > 1;
      String differs =
          words.among(group.get(0).knobs(), compared, several && merged ? SEED : Set.of());
      ghosts.add(several ? range(differs, group) : ghost(differs, group.get(0)));
    }
    return ghosts;
  }

  private static Ghost ghost(String differs, Drawn drawn) {
    String label = ShortLabel.joined(drawn.run().label(), differs);
    return new Ghost(drawn.run(), label, drawn.history(), true, Optional.empty());
  }

  private static Ghost range(String differs, List<Drawn> group) {
    String label =
        ShortLabel.joined(
            ShortLabel.joined(
                RunIdentity.together(group.stream().map(Drawn::run).toList()), differs),
            "median of " + group.size() + " seeds");
    return SeedRange.of(group.stream().map(Drawn::history).toList())
        .map(
            range ->
                new Ghost(
                    group.get(0).run(),
                    label,
                    range.median(),
                    true,
                    Optional.of(new Spread(range.lowest(), range.highest()))))
        .orElseGet(() -> ghost(differs, group.get(0)));
  }
}
