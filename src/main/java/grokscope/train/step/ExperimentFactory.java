package grokscope.train.step;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.kernel.Backend;
import grokscope.kernel.LossFormula;
import grokscope.kernel.Matrix;
import grokscope.measure.WorkingPrecision;
import grokscope.model.Network;
import grokscope.model.Parameters;
import grokscope.model.loss.Loss;
import grokscope.model.loss.Losses;
import grokscope.optim.WeightUpdate;
import grokscope.task.Examples;
import grokscope.task.LabelNoise;
import grokscope.task.PairSplit;
import grokscope.task.Progress;
import grokscope.task.Source;
import grokscope.task.Split;
import grokscope.task.Task;
import grokscope.task.Values;
import grokscope.train.lab.Choices;
import grokscope.train.look.CircuitProbe;
import grokscope.train.look.Guessing;
import grokscope.train.look.SnapshotReader;
import grokscope.train.look.ThoroughNetworkProbe;
import java.util.Optional;

/**
 * Makes experiments: the data, the network, the loss and the updates that a config describes.
 * Trainer thread only.
 *
 * @param backend computes them, and outlives them
 */
public record ExperimentFactory(Backend backend) {

  /** An experiment whose making nobody follows. */
  public Experiment make(RunConfig config) {
    return make(config, Progress.UNHEARD);
  }

  /**
   * An experiment of a config's own data.
   *
   * @param progress hears how far the data are, and may end the making
   */
  public Experiment make(RunConfig config, Progress progress) {
    Task task = new Choices(config).task();
    Seeds seeds = new Seeds(config.seed());
    Examples truth = task.examples(config.task(), seeds.task(), progress);
    return make(config, truth, task.source(config.task(), seeds.task()));
  }

  /**
   * An experiment of a config's own data, of which other examples are trained on than the seed
   * would choose.
   *
   * @throws InvalidConfig with one sentence when the split is not one of this task
   */
  public Experiment make(RunConfig config, PairSplit pairs) throws InvalidConfig {
    Examples truth = examples(config);
    return make(config, truth, Optional.empty(), pairs.of(truth));
  }

  /** All examples of a config's task, with the right answers. */
  public static Examples examples(RunConfig config) {
    return new Choices(config).task().examples(config.task(), new Seeds(config.seed()).task());
  }

  /**
   * An experiment of other data than those of the config's task.
   *
   * @param truth all examples, with the right answers
   * @param source draws the examples of every step; without: some of those are trained on
   */
  public Experiment make(RunConfig config, Examples truth, Optional<Source> source) {
    Split split =
        source.isEmpty()
            ? Split.random(truth.size(), config.trainFraction(), new Seeds(config.seed()).split())
            : Split.allHidden(truth.size());
    return make(config, truth, source, split);
  }

  private Experiment make(RunConfig config, Examples truth, Optional<Source> source, Split split) {
    Choices choices = new Choices(config);
    Seeds seeds = new Seeds(config.seed());
    long wrong = LabelNoise.count(config.data(), split.train().length);
    Examples examples = LabelNoise.corrupt(truth, split, wrong, seeds.labelNoise());
    Network network =
        choices.model().build(config.model(), examples.shape(), backend, seeds.initialization());
    int capacity = choices.model().capacity(config.model(), truth.shape());
    LanePasses passes =
        new LanePasses(
            backend,
            network,
            new ExperimentData(
                config,
                new AnsweredExamples(truth, examples),
                split,
                source,
                network,
                capacity,
                backend),
            capacity,
            loss(choices, truth));
    TrainingStep training = new TrainingStep(passes, update(choices, network.parameters()), seeds);
    return new Experiment(passes, training, probe(choices, truth, examples, passes, training));
  }

  private static Guessing guessing(Choices choices) {
    RunConfig config = choices.config();
    double right = choices.task().guessing(config.task());
    boolean entropy = choices.loss() != LossFormula.SQUARED_ERROR;
    return new Guessing(
        right, entropy && right > 0 ? Optional.of(-Math.log(right)) : Optional.empty());
  }

  private Loss loss(Choices choices, Examples examples) {
    Values values = examples.values();
    if (values == null) {
      return new Loss.OfClasses(choices.loss());
    }
    Matrix rows = backend.zeros(values.count(), values.columns());
    rows.set(values.rows());
    return new Loss.OfValues(rows, values.tolerance());
  }

  private WeightUpdate update(Choices choices, Parameters parameters) {
    RunConfig config = choices.config();
    return new WeightUpdate(
        config.section(SettingPaths.WEIGHTS),
        choices
            .filter()
            .builder()
            .build(config.section(SettingPaths.GRADIENT), parameters, backend),
        choices.optimizer().build(config.optimizer(), config.steps(), parameters, backend),
        parameters,
        backend,
        new Seeds(config.seed()).noise());
  }

  private NetworkProbe probe(
      Choices choices,
      Examples truth,
      Examples examples,
      LanePasses passes,
      TrainingStep training) {
    RunConfig config = choices.config();
    Network network = passes.network();
    Optional<CircuitProbe> circuit =
        choices
            .task()
            .cyclicSums(config.task())
            .map(sums -> new CircuitProbe(sums, choices.loss(), passes.data()::split, network));
    SnapshotReader snapshotReader =
        new SnapshotReader(
            truth,
            examples,
            passes.data()::split,
            choices.task().cyclicSums(config.task()),
            network,
            passes.worker(0),
            passes::showTable);
    ThoroughNetworkProbe.Subject subject =
        new ThoroughNetworkProbe.Subject(
            examples,
            passes.data()::split,
            network,
            circuit,
            choices.task().permutationProducts(config.task()),
            Losses.inFloat(config.section(SettingPaths.LOSS))
                ? WorkingPrecision.SINGLE
                : WorkingPrecision.DOUBLE,
            new Seeds(config.seed())::measures,
            new ThoroughNetworkProbe.Passes(
                passes::showTable, passes::showTraining, passes::inside, backend.lanes()));
    return new NetworkProbe(
        passes, training, circuit, choices.visible(), guessing(choices), snapshotReader, subject);
  }
}
