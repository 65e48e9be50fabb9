package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Acts;
import grokscope.config.knob.Knob;
import grokscope.run.checkpoint.CheckpointFile;
import grokscope.run.format.ComputedFormat;
import grokscope.run.format.EventFormat;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Computed;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunEvent;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.RunRequest.Until;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run continues from a checkpoint of another. What it wants different is turned at its first
 * step, so its folder tells of one run that began like its parent, and can be resumed and replayed
 * like any other. Immutable, any thread.
 *
 * @param start what its config says: the parent's, with its own number of steps
 * @param checkpoint where it begins
 * @param turns the knobs that differ
 */
record Branch(RunConfig start, Checkpoint checkpoint, List<RunEvent.KnobTurned> turns) {

  Branch {
    turns = List.copyOf(turns);
  }

  /**
   * The branch that was wanted. Knobs that it has as they were seen are as the parent had them when
   * it went on from the checkpoint, where a script or the user may have turned them.
   *
   * @param knobs the settings of the parent
   * @param seen what the wanted settings were compared with
   * @throws InvalidConfig when something differs that cannot
   */
  static Branch of(
      Catalog catalog, KnobsInForce knobs, Checkpoint from, RunConfig seen, RunConfig wanted)
      throws InvalidConfig {
    RunConfig goesOn = knobs.at(from.step());
    for (String path : wanted.differences(seen)) {
      if (!path.equals(SettingPaths.STEPS)) {
        Optional<Knob> knob = catalog.knob(from.latest(), path);
        if (knob.map(Knob::acts).filter(Acts.LIVE::equals).isEmpty()) {
          throw differs(path, wanted, from.latest());
        }
        goesOn = catalog.with(goesOn, path, wanted.get(path));
      }
    }
    List<RunEvent.KnobTurned> turns = new ArrayList<>();
    for (String path : goesOn.differences(from.latest())) {
      if (!path.equals(SettingPaths.STEPS)) {
        turns.add(new RunEvent.KnobTurned(0, from.step(), path, goesOn.get(path)));
      }
    }
    if (wanted.steps() <= from.step()) {
      throw new InvalidConfig(
          SettingPaths.STEPS,
          "is "
              + wanted.steps()
              + ", but a branch from step "
              + from.step()
              + " needs more than that");
    }
    long steps = wanted.steps();
    RunConfig start = catalog.with(knobs.start(), SettingPaths.STEPS, steps);
    RunConfig latest = catalog.with(from.latest(), SettingPaths.STEPS, steps);
    return new Branch(start, from.with(start, latest), turns);
  }

  private static InvalidConfig differs(String path, RunConfig wanted, RunConfig latest) {
    return new InvalidConfig(
        path,
        "is "
            + wanted.get(path)
            + ", but "
            + (path.endsWith("type") ? "" : "was ")
            + latest.get(path)
            + " in the run: a branch may differ in its steps and in knobs that act at once, not in"
            + " its task, its network or its kind of optimiser");
  }

  /** What to run. */
  RunRequest request() {
    return new RunRequest(start, false, Until.STEPS).withTurns(turns).resumingFrom(checkpoint);
  }

  /** Fills a folder with what the parent had written when the checkpoint was made. */
  RunFiles files(RunFolder parent, RunFolder made, CheckpointFile.Stored from) throws IOException {
    copy(parent.metrics(), made.metrics(), from.metricsBytes());
    copy(parent.events(), made.events(), from.eventsBytes());
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("folder", parent.name());
    about.put("step", checkpoint.step());
    AtomicFile.replace(made.parent(), Json.page(about));
    RunPreset.read(parent).write(made);
    List<Computed> computed = RunReader.until(checkpoint.step(), parent);
    if (!computed.isEmpty()) {
      ComputedFormat.write(made.computed(), computed);
    }
    RunFiles files = RunFiles.cutBack(made, from.metricsBytes(), from.eventsBytes());
    files.events().append(EventFormat.write(leaving(parent)));
    return files;
  }

  /** Where it left its parent. */
  private RunEvent leaving(RunFolder parent) {
    return new RunEvent.Branched(0, checkpoint.step(), parent.name());
  }

  /** What it has in common with its parent, of which this was read, and where it left it. */
  RunPast after(RunFolder parent, RunPast common) {
    List<RunEvent> events = new ArrayList<>(common.events());
    events.add(leaving(parent));
    return new RunPast(common.history(), events, common.knobs(), common.computed());
  }

  private static void copy(Path from, Path to, long bytes) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        FileOutputStream out = new FileOutputStream(to.toFile())) {
      byte[] piece = new byte[1 << 16];
      for (long left = bytes; left > 0; ) {
        int count = in.read(piece, 0, (int) Math.min(left, piece.length));
        if (count < 0) {
          throw new IOException(from.getFileName() + " ends too early");
        }
        out.write(piece, 0, count);
        left -= count;
      }
    }
  }
}
