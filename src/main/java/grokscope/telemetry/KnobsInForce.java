package grokscope.telemetry;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.Script;
import grokscope.config.ScriptedChange;
import grokscope.config.SettingPaths;
import grokscope.config.TypedValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings of a run at each of its steps: what it began with, and every knob turned since, by
 * hand or by its script. A run's files tell it the same whether the run is in progress, was opened
 * again, resumed or branched, so whatever speaks of a run's settings asks this. Immutable, any
 * thread.
 *
 * @param start what the run began with; a branch begins with what its parent began with
 * @param changes the knobs that were turned, in their order
 * @param unknown the paths of the settings that nobody knows, as the run was trained elsewhere;
 *     what the config has there has no meaning
 */
public record KnobsInForce(RunConfig start, List<Change> changes, Set<String> unknown) {

  /** In these, runs differ and still repeat the same experiment. */
  private static final Set<String> FREE = Set.of(SettingPaths.SEED, SettingPaths.STEPS);

  /**
   * A knob that was turned, and what that led to.
   *
   * @param turn the knob, its new value, and the step from which on it has that
   * @param byScript whether the run's script says so
   * @param after all settings from then on
   * @param chosen the same without what the script has turned: a new run with these, which has the
   *     same script, is turned by itself again
   */
  public record Change(
      RunEvent.KnobTurned turn, boolean byScript, RunConfig after, RunConfig chosen) {}

  public KnobsInForce {
    changes = List.copyOf(changes);
    unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
  }

  /** Nothing has been turned yet. */
  public static KnobsInForce from(RunConfig start) {
    return new KnobsInForce(start, List.of(), Set.of());
  }

  /** The same of a run of which some settings are not known. */
  public KnobsInForce without(Set<String> paths) {
    return new KnobsInForce(start, changes, paths);
  }

  /**
   * What the events of a run tell.
   *
   * @param events of any kind, in their order
   * @throws InvalidConfig when they turn a knob that the run does not have, or to a value that it
   *     cannot have
   */
  public static KnobsInForce of(Catalog catalog, RunConfig start, List<RunEvent> events)
      throws InvalidConfig {
    KnobsInForce knobs = from(start);
    for (RunEvent event : events) {
      if (event instanceof RunEvent.KnobTurned turn) {
        knobs = knobs.with(catalog, turn);
      }
    }
    return knobs;
  }

  /**
   * The same with one more knob turned; the same where it has that value already.
   *
   * @throws InvalidConfig when the run has no such knob, or the knob cannot have that value
   */
  public KnobsInForce with(Catalog catalog, RunEvent.KnobTurned turn) throws InvalidConfig {
    RunConfig after = catalog.with(latest(), turn.path(), turn.value());
    if (after.equals(latest())) {
      return this;
    }
    boolean byScript = scripts(catalog, turn.path(), after.get(turn.path()));
    RunConfig chosen = byScript ? chosen() : catalog.with(chosen(), turn.path(), turn.value());
    return new KnobsInForce(
        start,
        Stream.concat(changes.stream(), Stream.of(new Change(turn, byScript, after, chosen)))
            .toList(),
        unknown);
  }

  /** Whether the run's script turns a knob to this value. */
  private boolean scripts(Catalog catalog, String path, Object value) throws InvalidConfig {
    if (!(start.run().values().get(Script.KNOB) instanceof String script)) {
      return false; // a catalog without scripts
    }
    for (ScriptedChange change : Script.parse(script).scriptedChanges()) {
      if (change.path().equals(path)) {
        Object typed = TypedValue.value(change.typed(), catalog.knob(start, path));
        if (catalog.with(start, path, typed).get(path).equals(value)) {
          return true;
        }
      }
    }
    return false;
  }

  /** All settings now, or at the end of a run that is over. */
  public RunConfig latest() {
    return changes.isEmpty() ? start : changes.get(changes.size() - 1).after();
  }

  /** All settings with which the run goes on from a step. */
  public RunConfig at(int step) {
    return until(step).latest();
  }

  /** What was known when the run had taken this many steps. */
  public KnobsInForce until(int step) {
    return new KnobsInForce(
        start, changes.stream().filter(change -> change.turn().step() <= step).toList(), unknown);
  }

  /** What to choose for a run like this one: what it began with, and the knobs turned by hand. */
  public RunConfig chosen() {
    return changes.isEmpty() ? start : changes.get(changes.size() - 1).chosen();
  }

  /** Whether any knob was turned. */
  public boolean turned() {
    return !changes.isEmpty();
  }

  /** How a setting was turned last; empty where it has always been the same. */
  public Optional<Change> lastChange(String path) {
    return changes.stream()
        .filter(change -> change.turn().path().equals(path))
        .reduce((earlier, later) -> later);
  }

  /** The values that a setting has had, one after the other; the first is that of the start. */
  public List<Object> course(String path) {
    List<Object> course = new ArrayList<>(List.of(start.get(path)));
    for (Change change : changes) {
      if (change.turn().path().equals(path)) {
        course.add(change.after().get(path));
      }
    }
    return course;
  }

  /**
   * In which settings the run is not what somebody wrote down, such as a preset: where it began
   * with something else, and what was turned by hand, even if it was turned back later. Its seed
   * and its number of steps do not count, and neither does what its own script turns.
   */
  public Set<String> changedFrom(RunConfig written) {
    Set<String> paths = new LinkedHashSet<>(start.differences(written));
    changes.stream()
        .filter(change -> !change.byScript())
        .forEach(change -> paths.add(change.turn().path()));
    paths.removeAll(FREE);
    return paths;
  }

  /** Whether a setting has had more than one value. */
  public boolean turned(String path) {
    return changes.stream().anyMatch(change -> change.turn().path().equals(path));
  }

  /**
   * The paths of the settings that have not always been the same in this run and in another, in the
   * order of this one; without those that are not known of both.
   */
  public List<String> differences(KnobsInForce other) {
    Set<String> paths = new LinkedHashSet<>(start.differences(other.start));
    Stream.concat(changes.stream(), other.changes.stream())
        .map(change -> change.turn().path())
        .filter(path -> comparable(path, other) && !course(path).equals(other.course(path)))
        .forEach(paths::add);
    paths.removeAll(unknown);
    paths.removeAll(other.unknown);
    return List.copyOf(paths);
  }

  /** Whether both have kinds with this knob; of other kinds it is enough to say so. */
  private boolean comparable(String path, KnobsInForce other) {
    String section = path.substring(0, Math.max(0, path.indexOf('.')));
    return start.section(section).type().equals(other.start.section(section).type());
  }
}
