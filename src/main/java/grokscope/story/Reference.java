package grokscope.story;

import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PublishedCurves;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A published run that is drawn faintly behind one of ours. FX thread; needs no toolkit.
 *
 * @param source where it was published
 * @param remark how its curves were read
 * @param history its curves
 */
public record Reference(String source, String remark, History history) {
  /** In these a run may differ and still be another run of the same experiment. */
  private static final Set<String> SAME_EXPERIMENT = Set.of(SettingPaths.SEED, SettingPaths.STEPS);

  /** The published run of a preset, if there is one and the config is still that experiment. */
  public static Optional<Reference> of(Preset preset, RunConfig config) {
    boolean same = SAME_EXPERIMENT.containsAll(config.differences(preset.config()));
    return same ? PublishedCurves.of(preset.id()).map(Reference::of) : Optional.empty();
  }

  private static Reference of(PublishedCurves curves) {
    List<Metric> metrics =
        curves.columns().stream().skip(1).map(id -> new Metric(id, id, "published")).toList();
    History history = new History(metrics);
    for (List<Double> row : curves.rows()) {
      double[] values = row.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
      history.append(new Sample(0, row.get(0).intValue(), values));
    }
    return new Reference(curves.source(), curves.remark(), history);
  }
}
