package grokscope.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of small networks two stay, so that two runs can be looked at in turn. */
class StoredNetworkReaderTest {
  private static final SnapshotRequest WEIGHTS = SnapshotRequest.at(SnapshotPart.WEIGHTS);

  private final Catalog catalog = new Laboratory(4_000_000_000L).catalog();
  private final Backend backend = new CpuBackend(1);
  private final List<Long> made = new ArrayList<>();
  private final StoredNetworkReader reader =
      new StoredNetworkReader(
          config -> {
            made.add(config.seed());
            return backend;
          });

  @AfterEach
  void close() {
    reader.close();
    backend.close();
  }

  private StoredNetwork network(long seed, long width) throws InvalidConfig {
    RunConfig config = catalog.with(catalog.defaults(), "seed", seed);
    config = catalog.with(config, "task.modulus", 7L);
    config = catalog.with(config, "model.width", width);
    try (Experiment experiment = new ExperimentFactory(backend).make(config)) {
      return new StoredNetwork(-1, 3, config, experiment.look().snapshot(-1, 3, WEIGHTS).weights());
    }
  }

  private int look(StoredNetwork network) throws InvalidConfig {
    reader.snapshot(network, WEIGHTS);
    return made.size();
  }

  @Test
  void twoRunsInTurnAreMadeOnceEach() throws Exception {
    StoredNetwork one = network(1, 16);
    StoredNetwork other = network(2, 16);
    StoredNetwork third = network(3, 16);
    assertThat(look(one)).isEqualTo(1);
    assertThat(look(other)).isEqualTo(2);
    assertThat(look(one)).isEqualTo(2);
    assertThat(look(other)).isEqualTo(2);
    look(third);
    assertThat(look(other)).as("the one that was looked at longest ago has gone").isEqualTo(3);
    assertThat(look(one)).isEqualTo(4);
    assertThat(made).containsExactly(1L, 2L, 3L, 1L);
  }

  @Test
  void aLargeOneStaysAlone() throws Exception {
    StoredNetwork small = network(1, 16);
    StoredNetwork large = network(2, 16_384); // weights by the million
    look(small);
    assertThat(look(large)).isEqualTo(2);
    assertThat(look(small)).as("there was no room for both").isEqualTo(3);
  }
}
