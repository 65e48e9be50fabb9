package grokscope.train.step;

import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.RandomStream;
import grokscope.kernel.StateArchive;
import grokscope.model.Network;
import grokscope.task.Examples;
import grokscope.task.Source;
import grokscope.task.Split;
import grokscope.task.TaskShape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which examples a step sees, and which the evaluations see. How many are trained on may change
 * during the run: the training set is always the first part of the seed's shuffled order, so it is
 * the set of a run that was started with that share, a smaller one is a part of a larger one, and
 * what left last comes back first. Trainer thread only.
 */
final class ExperimentData implements AutoCloseable {
  private final RunConfig config;
  private final AnsweredExamples examples;
  private final Optional<Source> source; // without: some of the examples are trained on
  private final Network network;
  private final Backend backend;
  private final int capacity;
  private final RandomStream batches;
  private Split split;
  private StepData data;
  private LanePlan step;
  private @Nullable LanePlan train; // unless every step draws new examples
  private LanePlan test;

  /**
   * The data of a run.
   *
   * @param source draws the examples of every step; without: those of the split are trained on
   * @param capacity how many examples a worker handles at a time
   */
  ExperimentData(
      RunConfig config,
      AnsweredExamples examples,
      Split split,
      Optional<Source> source,
      Network network,
      int capacity,
      Backend backend) {
    this.config = config;
    this.examples = examples;
    this.source = source;
    this.network = network;
    this.capacity = capacity;
    this.backend = backend;
    this.split = split;
    batches = new Seeds(config.seed()).batches();
    plan();
  }

  private void plan() {
    TaskShape task = shape();
    test = plan(split.test().length, task.allAnswers());
    test.fill(examples.truth(), split.test(), 0);
    if (source.isPresent()) {
      step = plan(config.freshBatch(), task.answers());
      data = new FreshBatches(source.get(), config.freshBatch(), batches);
      return;
    }
    int[] ids = split.train();
    LanePlan all = plan(ids.length, task.answers());
    all.fill(examples.trained(), ids, 0);
    train = all;
    int batchSize = config.batchSize(ids.length);
    boolean fullBatch = batchSize == ids.length;
    step = fullBatch ? all : plan(batchSize, task.answers());
    data =
        fullBatch
            ? new WholeBatch()
            : new ShuffledBatches(examples.trained(), ids, batchSize, batches);
  }

  private LanePlan plan(int size, int answers) {
    return new LanePlan(network, size, answers, backend.lanes(), capacity);
  }

  /** Whether a share of training examples is another than there is now. */
  boolean differs(double share) {
    return source.isEmpty()
        && Split.trainingExamples(examples.truth().size(), share) != split.train().length;
  }

  /**
   * Takes another share; mini-batches begin a new pass.
   *
   * @param order from which they are drawn from now on
   * @throws IllegalArgumentException when a side would be empty; nothing is changed then
   */
  void change(double share, RandomStream order) {
    Split changed = split.resized(share);
    close();
    split = changed;
    batches.continueFrom(order.state(), order.gamma());
    plan();
  }

  /** The examples of the next step, brought into its plan. */
  LanePlan next() {
    data.fill(step);
    return step;
  }

  /** The step's plan as it is. */
  LanePlan step() {
    return step;
  }

  /** What is shown of training: all training examples, or the step's where they are new. */
  LanePlan shown() {
    return train == null ? step : train;
  }

  /** All hidden examples. */
  LanePlan test() {
    return test;
  }

  /** Every example of the table: those that are trained on, if there are some, and the hidden. */
  List<LanePlan> table() {
    return train == null ? List.of(test) : List.of(train, test);
  }

  /** Which examples are trained on now; another object once that has changed. */
  Split split() {
    return split;
  }

  /** All examples, with their right answers. */
  Examples examples() {
    return examples.truth();
  }

  /** What one example is. */
  TaskShape shape() {
    return examples.truth().shape();
  }

  /** Whether every step draws new examples, which are not known before it. */
  boolean drawsNew() {
    return source.isPresent();
  }

  /** Carries what later steps will see over to a resumed run. */
  void archive(StateArchive state) {
    state.stream("batches", batches);
    data.archive(state);
  }

  @Override
  public void close() {
    step.close();
    test.close();
    if (train != null) {
      train.close();
    }
  }
}
