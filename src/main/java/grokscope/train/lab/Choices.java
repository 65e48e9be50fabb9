package grokscope.train.lab;

import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.LossFormula;
import grokscope.measure.Applicability;
import grokscope.measure.Measure;
import grokscope.measure.Measures;
import grokscope.measure.Need;
import grokscope.measure.ThoroughMeasures;
import grokscope.measure.fourier.NumberWeights;
import grokscope.model.NetworkFactory;
import grokscope.model.NetworkTraits;
import grokscope.model.loss.Losses;
import grokscope.optim.GradientFilterFactory;
import grokscope.optim.GradientFilters;
import grokscope.optim.OptimizerFactory;
import grokscope.optim.Optimizers;
import grokscope.task.Split;
import grokscope.task.Task;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a config has chosen from the lists, and what follows from that before anything is built.
 * Immutable, any thread.
 *
 * @param config with ids that the lists have
 */
public record Choices(RunConfig config) {
  /** Activations of a step; the MLP of slow-climb has 0.6 million, the small transformer 4. */
  private static final long WORTH_SHARING = 1_500_000;

  public Task task() {
    return Tasks.of(config.task());
  }

  TaskShape shape() {
    return task().shape(config.task());
  }

  /** How many of the task's examples are trained on; none where every step draws new ones. */
  int trained() {
    TaskShape shape = shape();
    return shape.fresh() ? 0 : Split.trainingExamples(shape.examples(), config.trainFraction());
  }

  public NetworkFactory model() {
    return factory(Models.ALL, config.model());
  }

  /** What there is inside the network. */
  public NetworkTraits anatomy() {
    return model().anatomy(config.model(), shape());
  }

  public LossFormula loss() {
    return Losses.formula(config.section(SettingPaths.LOSS));
  }

  public OptimizerFactory optimizer() {
    return factory(Optimizers.ALL, config.optimizer());
  }

  public GradientFilterFactory filter() {
    return factory(GradientFilters.ALL, config.section(SettingPaths.GRADIENT));
  }

  /** How many gradients of the whole network the filter keeps. */
  int storedGradients() {
    return filter().remembered().applyAsInt(config.section(SettingPaths.GRADIENT));
  }

  /** What is measured of a run, in the order of the columns. */
  public List<Measure> measures() {
    return measures(visible());
  }

  /** What is measured of networks that others trained, in the order of the columns. */
  public List<Measure> measuresOfWeights() {
    return measures(visibleInWeights());
  }

  private List<Measure> measures(Applicability visible) {
    List<Measure> usual =
        Measures.of(
            shape(),
            task().cyclicSums(config.task()),
            NumberWeights.of(visible.has(Need.EMBEDDING)));
    return config.measuresAll()
        ? Stream.concat(usual.stream(), ThoroughMeasures.of(visible).stream()).toList()
        : usual;
  }

  /** The measures with these ids, in the same order; there must be one for each. */
  public List<Measure> measures(List<String> ids) {
    Map<String, Measure> byId = new HashMap<>();
    measures().forEach(measure -> byId.put(measure.metric().id(), measure));
    return ids.stream().map(id -> Objects.requireNonNull(byId.get(id), id)).toList();
  }

  /** What can be seen in a run, and why the rest cannot. */
  public Applicability visible() {
    TaskShape shape = shape();
    NetworkTraits traits = anatomy();
    Map<Need, String> lacking = new EnumMap<>(Need.class);
    task().whyNoCyclicSums(config.task()).ifPresent(why -> lacking.put(Need.SUMS, why));
    if (task().permutationProducts(config.task()).isEmpty()) {
      lacking.put(Need.PRODUCTS, "the task is not x·y of permutations");
    }
    if (!traits.embedding()) {
      lacking.put(Need.EMBEDDING, "the network has no embedding");
    }
    if (!traits.neurons()) {
      lacking.put(Need.NEURONS, "the network has no hidden neurons");
    }
    if (!Losses.softmax(config.section(SettingPaths.LOSS))) {
      lacking.put(Need.SOFTMAX, "the loss is not the cross-entropy of a softmax");
    }
    if (!traits.inputSpace()) {
      lacking.put(Need.REGIONS, "the network is no MLP");
    }
    if (shape.fresh()) {
      lacking.put(Need.TRAINED, "every step draws new examples");
    }
    return new Applicability(lacking);
  }

  /** What can be seen of networks that others trained, with nothing left but their weights. */
  private Applicability visibleInWeights() {
    Map<Need, String> lacking = new EnumMap<>(Need.class);
    lacking.putAll(visible().lacking());
    lacking.put(Need.GRADIENT, "their training, which took its gradients, was elsewhere");
    return new Applicability(lacking);
  }

  /**
   * The columns that are looked for in vain, by the reason in words that can follow "because": of
   * all measures if all are wanted; otherwise those of the circuit, if the task is arithmetic
   * modulo a number and so might have one.
   */
  public Map<String, List<String>> notMeasured() {
    return notMeasured(visible());
  }

  /** The same of networks that others trained. */
  public Map<String, List<String>> notMeasuredOfWeights() {
    return notMeasured(visibleInWeights());
  }

  private Map<String, List<String>> notMeasured(Applicability visible) {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    if (config.measuresAll() || task().isModular()) {
      visible
          .whyNot(Set.of(Need.SUMS))
          .ifPresent(why -> missing.put(why, new ArrayList<>(Measures.ofSums())));
    }
    if (config.measuresAll()) {
      ThoroughMeasures.missing(visible)
          .forEach((why, ids) -> missing.computeIfAbsent(why, w -> new ArrayList<>()).addAll(ids));
    }
    return missing;
  }

  /** The same in words, a line for each reason. */
  public List<String> notMeasuredInWords() {
    return notMeasured().entrySet().stream()
        .map(
            each ->
                "not measured, because "
                    + each.getKey()
                    + ": "
                    + String.join(", ", each.getValue()))
        .toList();
  }

  /**
   * How many lanes a step is worth. A second lane costs two meetings a step and whatever else runs
   * on its processor, and each waits for the slower: for a small network it won 12 % of the time
   * for 50 % more work, and nothing beside a window that draws.
   *
   * @param most how many there are
   */
  public int lanes(int most) {
    TaskShape shape = shape();
    int trained = Math.max(1, trained());
    long rows = shape.fresh() ? config.freshBatch() : config.batchSize(trained);
    long work = rows * model().activationsPerExample(config.model(), shape);
    return work < WORTH_SHARING ? 1 : most;
  }

  /** As many lanes of a backend as a step is worth. */
  public Backend lanesOf(Backend all) {
    return lanes(all.lanes()) == 1 ? all.singleLane() : all;
  }

  private static <F> F factory(List<Kind<F>> kinds, Settings settings) {
    return kinds.stream()
        .filter(kind -> kind.id().equals(settings.type()))
        .findFirst()
        .orElseThrow()
        .factory();
  }
}
