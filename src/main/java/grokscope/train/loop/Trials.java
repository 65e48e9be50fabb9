package grokscope.train.loop;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.measure.fourier.Score;
import grokscope.task.Examples;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import grokscope.telemetry.Tensor;
import grokscope.train.look.AnswerSheet;
import grokscope.train.step.ExperimentFactory;
import grokscope.train.step.NetworkProbe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries networks on their tasks. Those that differ in nothing but what is asked of pairs are asked
 * once, and their answers are held against each task's. Trainer thread only.
 */
final class Trials {
  private static final Score NOT_YET = new Score(Double.NaN, Double.NaN);

  private final Opener opener;

  /** Makes a network ready. */
  interface Opener {
    /**
     * What looks at a network, until the next one is opened.
     *
     * @throws InvalidConfig with one sentence when the weights are not of that network
     */
    NetworkProbe open(StoredNetwork network) throws InvalidConfig;
  }

  /** What two candidates share that are one network; weights by identity, as they are large. */
  private record Shared(Settings model, int weights, int numbers, int vocabulary, int context) {}

  Trials(Opener opener) {
    this.opener = opener;
  }

  /**
   * How well each network answers all examples of its task, in their order.
   *
   * @throws InvalidConfig with one sentence when weights are not of their network
   */
  List<Score> scores(List<StoredNetwork> networks) throws InvalidConfig {
    Map<Shared, List<Integer>> groups = new LinkedHashMap<>();
    List<List<Tensor>> weights = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      groups.computeIfAbsent(shared(networks.get(i), weights), any -> new ArrayList<>()).add(i);
    }
    List<Score> scores = new ArrayList<>(Collections.nCopies(networks.size(), NOT_YET));
    for (List<Integer> group : groups.values()) {
      score(networks, group, scores);
    }
    return scores;
  }

  private static Shared shared(StoredNetwork network, List<List<Tensor>> known) {
    int index = 0;
    while (index < known.size() && known.get(index) != network.weights()) {
      index++;
    }
    if (index == known.size()) {
      known.add(network.weights());
    }
    TaskShape shape = shape(network);
    return new Shared(
        network.config().model(), index, shape.numbers(), shape.vocabulary(), shape.context());
  }

  private static TaskShape shape(StoredNetwork network) {
    return Tasks.of(network.config().task()).shape(network.config().task());
  }

  private void score(List<StoredNetwork> networks, List<Integer> group, List<Score> scores)
      throws InvalidConfig {
    StoredNetwork largest = networks.get(group.get(0));
    for (int i : group) {
      if (shape(networks.get(i)).examples() > shape(largest).examples()) {
        largest = networks.get(i);
      }
    }
    NetworkProbe probe = opener.open(largest);
    Optional<AnswerSheet> sheet = probe.answers();
    if (sheet.isEmpty()) {
      for (int i : group) {
        scores.set(i, alone(networks.get(i)));
      }
      return;
    }
    for (int i : group) {
      RunConfig config = networks.get(i).config();
      Examples examples = ExperimentFactory.examples(config);
      Optional<Score> score = sheet.get().score(examples);
      scores.set(i, score.isPresent() ? score.get() : alone(networks.get(i)));
    }
  }

  private Score alone(StoredNetwork network) throws InvalidConfig {
    return opener.open(network).score();
  }
}
