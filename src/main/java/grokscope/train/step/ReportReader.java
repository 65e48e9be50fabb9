package grokscope.train.step;

import grokscope.kernel.LossSum;
import grokscope.measure.Applicability;
import grokscope.measure.CircuitReport;
import grokscope.measure.Need;
import grokscope.measure.Probe;
import grokscope.measure.RepresentationShare;
import grokscope.measure.ThoroughProbe;
import grokscope.measure.fourier.Score;
import grokscope.model.Network;
import grokscope.model.Parameter;
import grokscope.task.Split;
import grokscope.telemetry.snapshot.NeuronMaps;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.look.BrokenArray;
import grokscope.train.look.FrequencyRule;
import grokscope.train.look.Guessing;
import grokscope.train.look.NetworkReport;
import grokscope.train.look.NeuronCounts;
import grokscope.train.look.ReportSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads what is reported of a network that is not being trained, by the measures of runs. Trainer
 * thread only.
 *
 * @param visible what there is to be read, and why the rest is not
 * @param guessing what knowing nothing comes to
 * @param split which examples are trained on at the moment
 * @param snapshots shows the network
 */
record ReportReader(
    Network network,
    Applicability visible,
    Guessing guessing,
    Supplier<Split> split,
    Function<SnapshotRequest, Snapshot> snapshots) {

  /** What a probe shows, thoroughly. */
  NetworkReport read(Probe probe) {
    LossSum all = new LossSum();
    all.add(probe.train());
    all.add(probe.test());
    Map<String, String> unread = new LinkedHashMap<>();
    List<BrokenArray> broken = BrokenArray.among(network.tensorForm().copy(network.parameters()));
    ThoroughProbe inside = probe.thoroughProbe();
    boolean answered = !Double.isNaN(all.meanLoss());
    Optional<CircuitReport> circuit = circuit(inside, answered, unread);
    List<RepresentationShare> representations = representations(inside, answered, unread);
    return new NetworkReport(
        score(all),
        score(probe.train()),
        score(probe.test()),
        guessing,
        size(),
        squares(probe),
        broken,
        circuit,
        circuit.map(found -> rules(found, inside)).orElse(List.of()),
        neurons(unread),
        representations,
        unread);
  }

  private static Score score(LossSum sum) {
    double loss = sum.meanLoss();
    // what is not a number is no wrong answer, but none
    return new Score(loss, Double.isNaN(loss) ? Double.NaN : sum.accuracy());
  }

  private ReportSize size() {
    long weights =
        network.parameters().list().stream().mapToLong(each -> each.value().size()).sum();
    return new ReportSize(weights, split.get().train().length, split.get().test().length);
  }

  private Map<String, Double> squares(Probe probe) {
    Map<String, Double> squares = new LinkedHashMap<>();
    double[] values = probe.squares().get();
    for (int i = 0; i < values.length; i++) {
      Parameter parameter = network.parameters().list().get(i);
      squares.put(parameter.name(), values[i]);
    }
    return squares;
  }

  private Optional<CircuitReport> circuit(
      ThoroughProbe inside, boolean answered, Map<String, String> unread) {
    Optional<String> why = visible.whyNot(Set.of(Need.SUMS));
    why.ifPresent(reason -> unread.put(NetworkReport.CIRCUIT, reason));
    if (why.isPresent()) {
      return Optional.empty();
    }
    CircuitReport found = inside.circuit();
    if (!found.known()) {
      boolean weights = !answered || Double.isFinite(found.embeddingGini());
      unread.put(
          NetworkReport.CIRCUIT, weights ? unknown(answered) : "all numbers look alike to it");
    }
    return Optional.of(found).filter(CircuitReport::known);
  }

  /** Why nothing can be said of how logits change. */
  private static String unknown(boolean answered) {
    return answered ? "its answers do not change with the numbers" : "the answers are not numbers";
  }

  private List<FrequencyRule> rules(CircuitReport circuit, ThoroughProbe inside) {
    List<FrequencyRule> rules = new ArrayList<>();
    rules.add(FrequencyRule.ofNumbers(circuit));
    if (visible.has(Need.NEURONS)) {
      rules.add(FrequencyRule.ofNeurons(inside.neurons()));
      rules.add(FrequencyRule.ofLogitMap(inside.logitMap().spectrum()));
    }
    return rules;
  }

  private List<NeuronCounts> neurons(Map<String, String> unread) {
    Optional<String> why = visible.whyNot(Set.of(Need.SUMS, Need.NEURONS));
    why.ifPresent(reason -> unread.put(NetworkReport.NEURONS, reason));
    List<NeuronCounts> counts = new ArrayList<>();
    int layers = why.isPresent() ? 0 : 1;
    for (int layer = 0; layer < layers; layer++) {
      Optional<NeuronMaps> maps =
          snapshots.apply(new SnapshotRequest(Set.of(SnapshotPart.NEURONS), layer, 0, 0)).neurons();
      layers = maps.map(NeuronMaps::layers).orElse(0);
      maps.map(NeuronCounts::of).ifPresent(counts::add);
    }
    return counts;
  }

  private List<RepresentationShare> representations(
      ThoroughProbe inside, boolean answered, Map<String, String> unread) {
    if (!visible.has(Need.PRODUCTS)) {
      return List.of();
    }
    List<RepresentationShare> found = inside.characterShares();
    if (found.stream().allMatch(each -> Double.isFinite(each.share()))) {
      return found;
    }
    unread.put(NetworkReport.REPRESENTATIONS, unknown(answered));
    return List.of();
  }
}
