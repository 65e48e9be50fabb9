package grokscope.measure;

import static grokscope.measure.fourier.NeuronFrequencies.CLUSTER;

import grokscope.kernel.Matrix;
import grokscope.measure.fourier.KeyFrequencies;
import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.measure.fourier.Table;
import grokscope.model.Parameter;
import grokscope.telemetry.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The list of thorough measures, which are taken only now and then, in the order of the columns.
 */
public final class ThoroughMeasures {
  /** A measure, and what it needs. */
  private record Line(Set<Need> needs, Measure measure) {}

  private static final Set<Need> SUMS_AND_NEURONS = Set.of(Need.SUMS, Need.NEURONS);

  private static final List<Line> ALL =
      List.of(
          line(
              Set.of(Need.SUMS),
              MetricIds.TRIG_LOSS,
              "trig loss, all pairs",
              "Loss of all pairs with only the key frequencies' cosines of a + b − c.",
              thoroughProbe -> thoroughProbe.circuit().trigLoss()),
          line(
              Set.of(Need.SUMS),
              MetricIds.TRIG_SHARE,
              "share of cosines in the logits",
              "How much of the logits' variance over the classes the key frequencies' cosines of"
                  + " a + b − c explain.",
              thoroughProbe -> thoroughProbe.circuit().trigShare()),
          line(
              Set.of(Need.SUMS),
              "single_excluded_loss",
              "single excluded loss, train",
              "Loss of the training pairs without the single frequency that they need most; it"
                  + " needs no key frequencies.",
              thoroughProbe -> thoroughProbe.circuit().singleExcludedLoss()),
          line(
              Set.of(Need.SUMS),
              "cube_excluded_loss",
              "cube excluded loss, train",
              "Loss of the training pairs without the key frequencies' cosines and sines of"
                  + " a + b − c.",
              thoroughProbe -> thoroughProbe.circuit().cubeExcludedLoss()),
          line(
              SUMS_AND_NEURONS,
              MetricIds.ONE_FREQUENCY_NEURONS,
              "neurons of one frequency",
              "Share of the last layer's live neurons with one frequency that explains 85 % or more"
                  + " of their variance; of quadratic neurons, of the variance of what they"
                  + " square.",
              thoroughProbe -> oneFrequency(thoroughProbe.neurons())),
          line(
              SUMS_AND_NEURONS,
              "dead_neurons",
              "dead neurons",
              "How many neurons of the last layer respond alike to all pairs.",
              thoroughProbe -> thoroughProbe.neurons().dead()),
          line(
              SUMS_AND_NEURONS,
              "participation",
              "participation ratio",
              "How concentrated a neuron's weights to the logits are in few frequencies, on"
                  + " average: 1 for a single one, near 0 for all alike.",
              thoroughProbe -> thoroughProbe.logitMap().participation()),
          line(
              SUMS_AND_NEURONS,
              MetricIds.LOGIT_MAP_GINI,
              "Gini of neurons to logits",
              "How unevenly the map from neurons to logits uses its frequencies: 0 if all alike,"
                  + " near 1 if only a few.",
              thoroughProbe -> thoroughProbe.logitMap().spectrum().gini()),
          line(
              SUMS_AND_NEURONS,
              "keys_by_neurons",
              "key frequencies by neurons",
              "How many frequencies have 5 % or more of the last layer's live neurons to"
                  + " themselves; less where more than ten are used alike.",
              thoroughProbe -> KeyFrequencies.ofNeurons(thoroughProbe.neurons()).length),
          line(
              SUMS_AND_NEURONS,
              "keys_by_logit_map",
              "key frequencies by logits",
              "How many frequencies have more than 5 % of the power of the map from neurons to"
                  + " logits; less where more than ten are used alike.",
              thoroughProbe ->
                  KeyFrequencies.ofNeuronsToLogits(thoroughProbe.logitMap().spectrum()).length),
          line(
              Set.of(Need.SUMS),
              "representation_quality",
              "representation quality",
              "Share of the parallelograms i + j = m + n (mod p) that the numbers form in the"
                  + " embedding (without one, in the input weights), to within 1 % of their scale.",
              thoroughProbe -> representationQuality(thoroughProbe.numbers())),
          line(
              Set.of(Need.PRODUCTS),
              "character_share",
              "share of characters in the logits",
              "How much of the logits' variance over the classes the characters of x·y·c⁻¹ explain,"
                  + " for all irreducible representations of the group together.",
              thoroughProbe -> shares(thoroughProbe).sum()),
          line(
              Set.of(Need.PRODUCTS),
              "single_character_share",
              "share of one character",
              "The same for the single irreducible representation that explains most.",
              thoroughProbe -> shares(thoroughProbe).max().orElse(Double.NaN)),
          line(
              Set.of(Need.EMBEDDING),
              "effective_dimension",
              "effective dimension",
              "Over how many directions the embedding spreads: e to the entropy of the shares of"
                  + " its principal components.",
              thoroughProbe -> effectiveDimension(thoroughProbe.embedding())),
          line(
              Set.of(Need.NEURONS),
              "feature_rank",
              "feature rank",
              "How many singular values of the last hidden layer over at most 1,000 examples exceed"
                  + " a thousandth of the largest.",
              thoroughProbe -> featureRank(thoroughProbe.features())),
          line(
              Set.of(Need.SOFTMAX),
              MetricIds.SATURATED_SHARE,
              "saturated, train",
              "Share of the training examples for which the softmax gives one class a probability"
                  + " of exactly 1 in its precision.",
              thoroughProbe -> thoroughProbe.saturation().saturatedShare()),
          line(
              Set.of(Need.SOFTMAX),
              MetricIds.ZERO_LOSS_SHARE,
              "loss exactly 0, train",
              "Share of the training examples whose loss is exactly 0 in its precision, so that"
                  + " they teach nothing more.",
              thoroughProbe -> thoroughProbe.saturation().zeroLossShare()),
          new Line(
              Set.of(Need.GRADIENT),
              seldom(
                  MetricIds.DESCENT_COSINE,
                  "cosine of descent and weights",
                  "Cosine between the negative gradient of the loss and the weights: near 1, the"
                      + " loss falls by scaling up the answers that the network already gives.",
                  ThoroughMeasures::descentCosine)),
          line(
              Set.of(Need.REGIONS, Need.TRAINED),
              "train_local_complexity",
              "local complexity, train",
              "How many neurons switch within 1 % of the inputs' scale around a training example,"
                  + " on average.",
              ThoroughProbe::trainComplexity),
          line(
              Set.of(Need.REGIONS),
              "test_local_complexity",
              "local complexity, test",
              "How many neurons switch within 1 % of the inputs' scale around a hidden example, on"
                  + " average.",
              ThoroughProbe::testComplexity));

  private ThoroughMeasures() {}

  /** The measures of a run. */
  public static List<Measure> of(Applicability applicability) {
    return ALL.stream()
        .filter(line -> applicability.whyNot(line.needs).isEmpty())
        .map(Line::measure)
        .toList();
  }

  /** The ids of those that a run cannot have, by the reason. */
  public static Map<String, List<String>> missing(Applicability applicability) {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (Line line : ALL) {
      applicability
          .whyNot(line.needs)
          .ifPresent(
              why ->
                  missing
                      .computeIfAbsent(why, first -> new ArrayList<>())
                      .add(line.measure.metric().id()));
    }
    return missing;
  }

  private static Line line(
      Set<Need> needs,
      String id,
      String title,
      String sentence,
      ToDoubleFunction<ThoroughProbe> value) {
    return new Line(
        needs, seldom(id, title, sentence, probe -> value.applyAsDouble(probe.thoroughProbe())));
  }

  private static Measure seldom(
      String id, String title, String sentence, ToDoubleFunction<Probe> value) {
    return new Measure(
        new Metric(id, title, sentence + " Measured at every tenth evaluation.", true), value);
  }

  private static double oneFrequency(NeuronFrequencies neurons) {
    return (double) Arrays.stream(neurons.clusters(CLUSTER)).sum()
        / (neurons.neurons() - neurons.dead());
  }

  private static DoubleStream shares(ThoroughProbe thoroughProbe) {
    return thoroughProbe.characterShares().stream().mapToDouble(RepresentationShare::share);
  }

  private static double representationQuality(Table numbers) {
    return RepresentationQuality.ofResidues(
            numbers.values(), numbers.columns(), RepresentationQuality.USUAL_TOLERANCE)
        .index();
  }

  private static double effectiveDimension(Table embedding) {
    return isFinite(embedding)
        ? EffectiveDimension.of(embedding.values(), embedding.columns())
        : Double.NaN;
  }

  private static double featureRank(Table features) {
    return isFinite(features)
        ? FeatureRank.of(features.values(), features.columns(), FeatureRank.USUAL_CUT)
        : Double.NaN;
  }

  /** A run that diverges may have other values, which have no eigenvalues. */
  private static boolean isFinite(Table table) {
    for (float value : table.values()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static double descentCosine(Probe probe) {
    DescentCosine cosine = new DescentCosine();
    for (Parameter parameter : probe.parameters().list()) {
      Matrix value = parameter.value();
      float[] weights = new float[value.columns()];
      float[] gradients = new float[value.columns()];
      for (int row = 0; row < value.rows(); row++) {
        value.copyRow(row, weights, 0, weights.length);
        parameter.gradient().copyRow(row, gradients, 0, gradients.length);
        cosine.add(weights, gradients);
      }
    }
    return cosine.value();
  }
}
