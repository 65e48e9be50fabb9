package grokscope.train.peer;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.measure.MeasureSchedule;
import grokscope.train.loop.RunMeasures;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The paper's run from its start to a test loss below 0.01, beside as many updates of libtorch in
 * the usual formulation, in turns of a hundred: {@code mvn verify -Ppeers
 * -Dincluded.tests=peers-long}, about half an hour. Ours evaluates by the default schedule
 * meanwhile, libtorch never does.
 */
@Tag("peers-long")
class WholeRunTest {
  private static final Path FOLDER = Path.of("target", "peers");
  private static final int TURN = 100;
  private static final double UNDERSTOOD = 0.01;
  private static final int LIBTORCH_THREADS = 1; // its best here, by PeersTest

  @TempDir private Path given;

  @Test
  void thePapersRunIsOverSooner() throws IOException, InvalidConfig {
    PeerNetwork network = PeerNetwork.all().get(0);
    RunConfig config = network.config();
    Path file = given.resolve("paper");
    new PeerFile(config, network.examples()).write(file, 1);
    double ours = 0;
    double theirs = 0;
    int steps = 0;
    try (PeerProcess peer = new PeerProcess(FOLDER);
        Backend backend = new CpuBackend(Runtime.getRuntime().availableProcessors());
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      PeerSide usual = new PeerSide(peer, "usual", List.of(LIBTORCH_THREADS));
      usual.open(file);
      peer.ask("time usual " + LIBTORCH_THREADS + " 0"); // sets the threads; three steps
      MeasureSchedule schedule = new MeasureSchedule(RunMeasures.LONGEST_GAP);
      double testLoss = Double.POSITIVE_INFINITY;
      while (testLoss >= UNDERSTOOD && steps < config.steps()) {
        long start = System.nanoTime();
        for (int i = 0; i < TURN; i++, steps++) {
          if (schedule.isDue(steps)) {
            testLoss = experiment.look().probe().test().meanLoss();
          }
          experiment.training().update();
        }
        long middle = System.nanoTime();
        usual.train(TURN);
        ours += (middle - start) / 1e9;
        theirs += (System.nanoTime() - middle) / 1e9;
      }
      System.out.printf(
          "test loss %.4f after %d steps: ours %.0f s, libtorch %.0f s, ratio %.1f%n",
          testLoss, steps, ours, theirs, theirs / ours);
      assertThat(testLoss).isLessThan(UNDERSTOOD);
      assertThat(theirs / ours).isGreaterThanOrEqualTo(PeerNetwork.all().get(0).usualBound());
    }
  }
}
