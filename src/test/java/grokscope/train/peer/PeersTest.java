package grokscope.train.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.task.Split;
import grokscope.task.TaskShape;
import grokscope.train.lab.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step of ours beside one of libtorch's, in one run: {@code mvn verify -Ppeers}. */
@Tag("peers")
class PeersTest {
  private static final Path FOLDER = Path.of("target", "peers"); // the profile copies libtorch here
  // mvn verify -Ppeers -Dpeers.networks=deep,normed runs only those.
  private static final List<String> CHOSEN =
      List.of(System.getProperty("peers.networks", "").split(",", -1));
  private static final double AGREEMENT = 1e-3;
  private static final double AGREEMENT_IN_DOUBLE = 1e-6;
  private static final double PRODUCTS_BOUND = 1.35;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final List<Integer> THREADS =
      PROCESSORS == 1 ? List.of(1) : List.of(1, PROCESSORS);

  @TempDir private Path given;

  @Test
  void ourStepIsTheSameAndShorter() throws IOException, InvalidConfig {
    List<PeerComparison> comparisons = new ArrayList<>();
    try (PeerProcess peer = new PeerProcess(FOLDER)) {
      for (PeerNetwork network : PeerNetwork.all()) {
        if (CHOSEN.contains("") || CHOSEN.contains(network.id())) {
          comparisons.add(compare(network, peer));
        }
      }
    }
    String report = new PeerReport(comparisons).text();
    System.out.println(report);
    Files.writeString(FOLDER.resolve("peers.md"), report);
    SoftAssertions softly = new SoftAssertions();
    comparisons.forEach(comparison -> check(comparison, softly));
    assertThat(softly.assertionErrorsCollected())
        .extracting(Throwable::getMessage)
        .as(report)
        .isEmpty();
  }

  private PeerComparison compare(PeerNetwork network, PeerProcess peer) throws IOException {
    Path file = given.resolve(network.id());
    int steps = network.commonSteps();
    new PeerFile(network.config(), network.examples()).write(file, steps);
    PeerSide usual = new PeerSide(peer, "usual", THREADS);
    PeerSide rewritten = new PeerSide(peer, "rewritten", THREADS);
    PeerSide exact = new PeerSide(peer, PeerComparison.EXACT, THREADS);
    usual.open(file);
    exact.open(file);
    try (OurSide ours = new OurSide(network.config(), network.examples(), THREADS)) {
      List<Side> sides = new ArrayList<>(List.of(ours, usual));
      Map<String, Double> losses = new LinkedHashMap<>();
      losses.put(ours.name(), ours.train(PROCESSORS, steps));
      losses.put(usual.name(), usual.train(steps));
      if (network.isRewritten()) {
        rewritten.open(file);
        losses.put(rewritten.name(), rewritten.train(steps));
        sides.add(rewritten);
      }
      losses.put(exact.name(), exact.train(steps));
      losses.put(
          PeerComparison.OURS_IN_DOUBLE,
          OurSide.trainInDouble(network.config(), network.examples(), steps));
      return new PeerComparison(network, losses, race(network, sides));
    }
  }

  private static Map<String, Race.Result> race(PeerNetwork network, List<Side> sides) {
    if (!network.id().equals(PeerNetwork.PAPER)) {
      return Race.run(sides);
    }
    try (ProductsSide products = new ProductsSide(shape(network.config()), PROCESSORS)) {
      List<Side> all = new ArrayList<>(sides);
      all.add(products);
      return Race.run(all);
    }
  }

  private static ProductsSide.Shape shape(RunConfig config) {
    TaskShape task = new Choices(config).task().shape(config.task());
    return new ProductsSide.Shape(
        Split.trainingExamples(task.examples(), config.trainFraction()),
        config.model().whole("dModel"),
        config.model().whole("dMlp"),
        task.vocabulary());
  }

  private static void check(PeerComparison of, SoftAssertions softly) {
    String title = of.network().title();
    Map<String, Double> losses = of.losses();
    double exact = losses.get(PeerComparison.EXACT);
    softly
        .assertThat(losses.get(PeerComparison.OURS_IN_DOUBLE))
        .as("loss of %s in double after common steps", title)
        .isCloseTo(exact, within(AGREEMENT_IN_DOUBLE));
    // Not with libtorch's single precision: its rounding grows with every step of AdamW, as ours.
    softly
        .assertThat(losses.get("ours"))
        .as("loss of %s after common steps", title)
        .isCloseTo(exact, within(AGREEMENT));
    softly
        .assertThat(of.ratio("usual", "ours"))
        .as("usual ÷ ours of %s", title)
        .isGreaterThanOrEqualTo(of.network().usualBound());
    if (of.has("rewritten")) {
      softly
          .assertThat(of.ratio("rewritten", "ours"))
          .as("rewritten ÷ ours of %s", title)
          .isGreaterThanOrEqualTo(of.network().rewrittenBound());
    }
    if (of.has("products")) {
      softly
          .assertThat(of.ratio("ours", "products"))
          .as("ours ÷ products of %s", title)
          .isLessThanOrEqualTo(PRODUCTS_BOUND);
    }
  }
}
