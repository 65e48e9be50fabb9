package grokscope.train.report;

import static grokscope.train.look.MeasuredNetwork.measured;
import static grokscope.train.report.MadeUpNetworks.P;
import static grokscope.train.report.MadeUpNetworks.config;
import static grokscope.train.report.MadeUpNetworks.ofSums;
import static grokscope.train.report.MadeUpNetworks.report;
import static grokscope.train.report.MadeUpNetworks.sums;
import static grokscope.train.report.MadeUpNetworks.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.measure.fourier.Score;
import grokscope.task.SymmetricGroup;
import grokscope.telemetry.Tensor;
import grokscope.train.look.FrequencyRule;
import grokscope.train.look.Guessing;
import grokscope.train.look.NetworkReport;
import grokscope.train.look.ReportSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of networks of which everything is known beforehand. */
class FindingsTest {
  private static final WeightsOrigin KNOWN = new WeightsOrigin(SplitSource.NAMED, List.of());

  private static Findings findings(RunConfig config, List<Tensor> weights) throws Exception {
    return Findings.of(report(config, weights), KNOWN);
  }

  private static Map<String, Object> json(Findings findings) throws Exception {
    Map<String, Object> object = new LinkedHashMap<>();
    Json.read(Json.line(ReportJson.object(findings))).forEach(object::put);
    return object;
  }

  private static Map<String, Object> inside(Map<String, Object> object, String key)
      throws Exception {
    return Json.object(object.get(key), key);
  }

  private static double number(Map<String, Object> object, String key) {
    return ((Number) object.get(key)).doubleValue();
  }

  private static List<Map<String, Object>> rows(Map<String, Object> object, String key)
      throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object row : (List<?>) object.get(key)) {
      rows.add(Json.object(row, key));
    }
    return rows;
  }

  @Test
  void allThreeRulesStandSideBySideAndWhatNothingReadsIsNamed() throws Exception {
    Findings findings = findings(ofSums("x+y"), sums());
    assertThat(findings.warnings()).isEmpty();
    assertThat(findings.sentences())
        .contains("Frequency 1 is in the embedding, but not used in the logits.");
    Map<String, Object> object = json(findings);
    assertThat(number(object, "accuracy")).isEqualTo(1);
    assertThat(number(object, "loss")).isCloseTo(MadeUpNetworks.loss(0), within(1e-5));
    assertThat(object)
        .containsEntry("key_frequencies", List.of(1, 4, 9, 13))
        .containsEntry("key_frequencies_by_neurons", List.of(4, 9, 13))
        .containsEntry("key_frequencies_by_logit_map", List.of(4, 9, 13))
        .containsEntry("key_frequencies_of", "embedding");
    assertThat(number(object, "trig_share")).isCloseTo(1, within(1e-6));
    assertThat(number(object, "trig_loss")).isCloseTo(MadeUpNetworks.loss(0), within(1e-5));
    List<Map<String, Object>> rows = rows(object, "frequencies");
    assertThat(rows).extracting(row -> row.get("frequency")).containsExactly(1, 4, 9, 13);
    Map<String, Object> unread = rows.get(0);
    assertThat(number(unread, "embedding")).isCloseTo(MadeUpNetworks.UNREAD, within(1e-6));
    assertThat(number(unread, "neurons")).isZero();
    assertThat(number(unread, "logit_map")).isCloseTo(0, within(1e-9));
    assertThat(number(unread, "logits")).isCloseTo(0, within(1e-9));
    assertThat(unread.get("embedding_key")).isEqualTo(true);
    assertThat(unread.get("neurons_key")).isEqualTo(false);
    assertThat(unread.get("logit_map_key")).isEqualTo(false);
    assertThat(unread.get("verdict")).isEqualTo("in the embedding, but not used");
    for (Map<String, Object> row : rows.subList(1, 4)) {
      assertThat(number(row, "embedding")).isCloseTo((1 - MadeUpNetworks.UNREAD) / 3, within(1e-6));
      for (String column : List.of("neurons", "logit_map", "logits")) {
        assertThat(number(row, column)).as(column).isCloseTo(1.0 / 3, within(1e-6));
      }
      assertThat(row.get("verdict")).isEqualTo("used");
    }
    assertThat(rows(object, "neurons").get(0))
        .isEqualTo(Map.of("per_frequency", Map.of("4", 9, "9", 9, "13", 9), "dead", 0, "all", 27));
  }

  @Test
  void aTableWithoutTheKeysOfRulesThatNameNearlyAllSaysSo() throws Exception {
    NetworkReport read = report(ofSums("x+y"), sums());
    assertThat(FrequencyRows.leftOut(read)).isEmpty();
    List<FrequencyRule> rules = new ArrayList<>(read.rules());
    List<Integer> all = IntStream.rangeClosed(1, P / 2).boxed().toList();
    rules.set(0, new FrequencyRule(rules.get(0).kind(), all, rules.get(0).shares()));
    NetworkReport alike =
        new NetworkReport(
            read.all(),
            read.train(),
            read.test(),
            read.guessing(),
            read.size(),
            read.squares(),
            read.broken(),
            read.circuit(),
            rules,
            read.neurons(),
            read.representations(),
            read.unread());
    assertThat(FrequencyRows.leftOut(alike))
        .contains(
            "The table of key frequencies has the 3 of rules that name few; another rule names"
                + " 14.");
  }

  @Test
  void theSameIsReadAsByTheMeasuresOfARun() throws Exception {
    RunConfig config = ofSums("x+y");
    Map<String, Double> seen = measured(config, sums().toArray(Tensor[]::new));
    Map<String, Object> object = json(findings(config, sums()));
    for (String same : List.of("train_loss", "test_loss", "train_accuracy", "test_accuracy")) {
      assertThat(number(object, same)).as(same).isCloseTo(seen.get(same), within(1e-12));
    }
    for (String same :
        List.of("weight_norm", "embedding_gini", "restricted_loss", "trig_loss", "trig_share")) {
      assertThat(number(object, same)).as(same).isEqualTo(seen.get(same));
    }
    assertThat((double) ((List<?>) object.get("key_frequencies_by_neurons")).size())
        .isEqualTo(seen.get("keys_by_neurons"));
    assertThat((double) ((List<?>) object.get("key_frequencies_by_logit_map")).size())
        .isEqualTo(seen.get("keys_by_logit_map"));
  }

  /** x + y is x − y where y is 0: for one in p, as many as by guessing. */
  @Test
  void weightsOfAnotherOperationAreSuspectedFirst() throws Exception {
    Findings findings = findings(ofSums("x-y"), sums());
    Map<String, Object> object = json(findings);
    double mean = 0;
    for (int y = 0; y < P; y++) {
      mean += MadeUpNetworks.loss(2 * y % P) / P;
    }
    assertThat(number(object, "accuracy")).isCloseTo(1.0 / P, within(1e-12));
    assertThat(number(object, "loss")).isCloseTo(mean, within(1e-4));
    assertThat(number(inside(object, "guessing"), "loss")).isCloseTo(Math.log(P), within(1e-12));
    assertThat(findings.warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.ANOTHER_TASK, Warning.Kind.GUESSING);
    assertThat(findings.warnings().get(0).text())
        .contains("far above that of guessing, ln 29 = 3.37", "Probably it was trained for another")
        .doesNotContain("memorised");
    assertThat(findings.warnings().get(1).text()).contains("3.4\u202f%");
    assertThat(rows(object, "warnings"))
        .extracting(warning -> warning.get("key"))
        .containsExactly("another_task", "guessing");
  }

  @Test
  void aNetworkThatKnowsNothingIsOnlyGuessing() throws Exception {
    List<Tensor> small = new ArrayList<>();
    Random random = new Random(1);
    for (Tensor tensor : sums()) {
      float[] values = tensor.values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (0.1 * random.nextGaussian());
      }
      small.add(new Tensor(tensor.name(), tensor.shape(), values));
    }
    assertThat(findings(ofSums("x+y"), small).warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.GUESSING);
  }

  private static List<Tensor> broken(float value, int... at) {
    List<Tensor> tensors = new ArrayList<>();
    for (Tensor tensor : sums()) {
      float[] values = tensor.values().clone();
      for (int i : at) {
        values[i] = tensor.name().equals("embed.W_E") ? value : values[i];
      }
      tensors.add(new Tensor(tensor.name(), tensor.shape(), values));
    }
    return tensors;
  }

  @Test
  void answersThatAreTooLargeForNumbersAreAWarning() throws Exception {
    List<Tensor> large =
        sums().stream()
            .map(
                tensor -> {
                  float[] values = tensor.values().clone();
                  for (int k = 0; k < values.length; k++) {
                    values[k] *= 1e36f;
                  }
                  return new Tensor(tensor.name(), tensor.part(), tensor.shape(), values);
                })
            .toList();
    Findings findings = findings(ofSums("x+y"), large);
    assertThat(findings.warnings().get(0).kind()).isEqualTo(Warning.Kind.NOT_NUMBERS);
    assertThat(findings.warnings().get(0).text())
        .startsWith("Its weights are numbers, but its answers are not");
  }

  /** Weights of zeros are numbers, and so are their answers. */
  @Test
  void whyNothingIsReadOfANetworkThatDoesNothing() throws Exception {
    List<Tensor> zeros =
        sums().stream()
            .map(each -> new Tensor(each.name(), each.shape(), new float[each.values().length]))
            .toList();
    assertThat(inside(json(findings(ofSums("x+y"), zeros)), "not_read"))
        .containsEntry("circuit", "all numbers look alike to it");
    List<Tensor> silent =
        sums().stream()
            .map(
                each ->
                    each.name().equals("unembed.W_U")
                        ? new Tensor(each.name(), each.shape(), new float[each.values().length])
                        : each)
            .toList();
    assertThat(inside(json(findings(ofSums("x+y"), silent)), "not_read"))
        .containsEntry("circuit", "its answers do not change with the numbers");
  }

  @Test
  void whatIsNoNumberIsCountedAndNothingLooksLikeAZero() throws Exception {
    Findings findings = findings(ofSums("x+y"), broken(Float.NaN, 25, 30));
    assertThat(findings.warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.NOT_NUMBERS);
    assertThat(findings.warnings().get(0).text())
        .startsWith("2 of 1\u202f447 weights are not numbers: 2 NaN in embed.W_E, first at [3, 1].")
        .contains("mean nothing");
    Map<String, Object> object = json(findings);
    assertThat(object)
        .containsEntry("loss", null)
        .containsEntry("accuracy", null)
        .containsEntry("weight_norm", null)
        .doesNotContainKeys("key_frequencies", "restricted_loss", "frequencies");
    assertThat(inside(object, "weight_norms")).containsEntry("embed.W_E", null);
    assertThat(inside(object, "not_read")).containsOnlyKeys("circuit");
    assertThat(rows(object, "not_numbers"))
        .containsExactly(
            Map.of(
                "array", "embed.W_E",
                "nan", 2,
                "infinite", 0,
                "weights", 232,
                "first", List.of(3, 1)));
    Map<String, Object> neurons = rows(object, "neurons").get(0);
    assertThat(neurons.get("not_numbers")).isEqualTo(27);
    assertThat(neurons.get("dead")).isEqualTo(0);
    assertThat(neurons.get("all")).isEqualTo(27);
  }

  @Test
  void infinityIsCountedApart() throws Exception {
    Findings findings = findings(ofSums("x+y"), broken(Float.NEGATIVE_INFINITY, 0));
    assertThat(findings.warnings().get(0).text())
        .startsWith("1 of 1\u202f447 weights are not numbers or infinite:")
        .contains(" 1 infinite in embed.W_E at [0, 0].");
    assertThat(json(findings)).containsEntry("weight_norm", null).containsEntry("accuracy", null);
  }

  @Test
  void aSplitThatIsNotKnownLeavesItsSidesOut() throws Exception {
    NetworkReport report = report(ofSums("x+y"), sums());
    WeightsOrigin unknown =
        new WeightsOrigin(SplitSource.UNKNOWN, List.of("The operation x + y was assumed."));
    Findings findings = Findings.of(report, unknown);
    assertThat(findings.warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.SPLIT, Warning.Kind.READING);
    assertThat(findings.warnings().get(1).text()).isEqualTo("The operation x + y was assumed.");
    Map<String, Object> object = json(findings);
    assertThat(object)
        .containsEntry("train_loss", null)
        .containsEntry("test_loss", null)
        .containsEntry("train_accuracy", null)
        .containsEntry("test_accuracy", null)
        .containsEntry("accuracy", 1.0);
    assertThat(inside(object, "not_read"))
        .containsOnlyKeys("train_loss", "test_loss", "train_accuracy", "test_accuracy");
    assertThat(findings.sentences().get(0))
        .isEqualTo("It answers 100.0\u202f% of all examples correctly.");
    assertThat(Findings.of(report, KNOWN).sentences().get(0))
        .endsWith(" of the hidden ones, by the split that came with it.");
    assertThat(Findings.of(report, WeightsOrigin.OF_SETTINGS).warnings().get(0).text())
        .contains("follows from the settings")
        .doesNotContain("equally well"); // where all is right, no split can be told from another
  }

  @Test
  void anEvenModulusIsGivenAsTheReason() throws Exception {
    RunConfig even =
        config("task.modulus", 8L, "model.embedding", 4L, "model.width", 6L, "model.biases", "off");
    Findings findings =
        findings(
            even,
            List.of(
                tensor("embed.W_E", 8, 4, (x, i) -> 0.1 * x),
                tensor("hidden.0.W_0", 4, 6, (i, n) -> 0.1 * n),
                tensor("hidden.0.W_1", 4, 6, (i, n) -> 0.1),
                tensor("unembed.W_U", 6, 8, (n, c) -> 0.1 * c)));
    assertThat(findings.sentences())
        .contains(
            "Key frequencies and neurons by frequency are not read, because the modulus 8 is"
                + " even.");
    assertThat(json(findings).get("not_read"))
        .isEqualTo(Map.of("circuit", "the modulus 8 is even", "neurons", "the modulus 8 is even"));
  }

  /**
   * One neuron pair for each (a, b) of S₃, whose squares differ by 4 where x is a and y is b: so
   * the logits are 4 for x·y and 0 otherwise, Σ d·χ over the representations.
   */
  @Test
  void aTableOfPermutationsHasSharesOfCharacters() throws Exception {
    SymmetricGroup group = new SymmetricGroup(3);
    int n = group.order();
    RunConfig config =
        config(
            "task.type", "permutations",
            "task.degree", 3L,
            "model.input", "one-hot",
            "model.width", 2L * n * n,
            "model.activation", "square",
            "model.biases", "off");
    List<Tensor> weights =
        List.of(
            tensor("hidden.0.W_0", n, 2 * n * n, (x, i) -> x == i / 2 / n ? 1 : 0),
            tensor("hidden.0.W_1", n, 2 * n * n, (y, i) -> y == i / 2 % n ? 1 - 2 * (i % 2) : 0),
            tensor(
                "unembed.W_U",
                2 * n * n,
                n,
                (i, c) -> c == group.product(i / 2 / n, i / 2 % n) ? 1 - 2 * (i % 2) : 0));
    Findings findings = findings(config, weights);
    Map<String, Object> object = json(findings);
    assertThat(number(object, "accuracy")).isEqualTo(1);
    assertThat(number(object, "loss")).isCloseTo(Math.log(1 + 5 * Math.exp(-4)), within(1e-6));
    List<Map<String, Object>> rows = rows(object, "representations");
    assertThat(rows)
        .extracting(row -> row.get("partition"))
        .containsExactly(List.of(2, 1), List.of(1, 1, 1));
    assertThat(rows).extracting(row -> row.get("dimension")).containsExactly(2, 1);
    assertThat(number(rows.get(0), "share")).isCloseTo(0.8, within(1e-9));
    assertThat(number(rows.get(1), "share")).isCloseTo(0.2, within(1e-9));
    assertThat(inside(object, "not_read").get("circuit"))
        .isEqualTo("the task is not x + y or x − y modulo a number");
    assertThat(findings.sentences())
        .anyMatch(
            sentence ->
                sentence.contains("100.0\u202f%") && sentence.contains("[2, 1] alone 80.0\u202f%"));
    weights.get(2).values()[5] = Float.NaN;
    Findings broken = findings(config, weights);
    assertThat(broken.sentences())
        .contains("Shares of characters are not read, because the answers are not numbers.");
    assertThat(inside(json(broken), "not_read"))
        .containsEntry("representations", "the answers are not numbers");
  }

  /** The accuracy on both sides of a split, of all p² pairs for p = 113. */
  private static Findings split(double train, double test, double all) {
    NetworkReport report =
        new NetworkReport(
            new Score(0.5, all),
            new Score(0.1, train),
            new Score(0.7, test),
            new Guessing(1.0 / 113, Optional.of(Math.log(113))),
            new ReportSize(1000, 3830, 8939),
            Map.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    return Findings.of(report, WeightsOrigin.OF_SETTINGS);
  }

  @Test
  void sidesThatAreAnsweredAlikeMakeTheSplitDoubtful() {
    assertThat(split(0.909, 0.902, 0.904).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.text()).contains("It answers both equally well"));
    assertThat(split(0.987, 0.669, 0.764).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.text()).doesNotContain("equally well"));
  }

  /** As of a network that has memorised, where nothing says what. */
  @Test
  void whatIsPartlyRightMayHaveMemorised() throws Exception {
    NetworkReport report = report(ofSums("x-y"), sums());
    NetworkReport partly =
        new NetworkReport(
            new Score(report.all().loss(), 0.3),
            new Score(report.train().loss(), 0.3),
            new Score(report.test().loss(), 0.3),
            report.guessing(),
            report.size(),
            report.squares(),
            report.broken(),
            report.circuit(),
            report.rules(),
            report.neurons(),
            report.representations(),
            report.unread());
    for (SplitSource source : SplitSource.values()) {
      assertThat(Findings.of(partly, new WeightsOrigin(source, List.of())).warnings().get(0).text())
          .contains(
              source == SplitSource.UNKNOWN
                  ? "The loss of all examples"
                  : "The loss of the training examples")
          .contains(
              source == SplitSource.UNKNOWN
                  ? "Either it memorised a part of the examples"
                  : "Either other examples are its training examples")
          .contains("or it was trained for another task");
    }
  }
}
