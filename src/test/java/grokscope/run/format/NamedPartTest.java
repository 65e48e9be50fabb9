package grokscope.run.format;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.model.Network;
import grokscope.model.NetworkFactory;
import grokscope.model.Parameter;
import grokscope.task.Tasks;
import grokscope.telemetry.Part;
import grokscope.train.lab.Laboratory;
import grokscope.train.lab.Models;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files from before parts were written are read as if they had them. */
class NamedPartTest {
  private static final Catalog CATALOG = new Laboratory(1L << 30).catalog();

  @ParameterizedTest
  @CsvSource({
    "mlp,,",
    "mlp,model.input,one-hot",
    "mlp,model.combine,sum",
    "mlp,model.embeddings,separate",
    "mlp,model.unembedding,tied",
    "mlp,model.biases,everywhere",
    "transformer,,",
    "transformer,model.layerNorm,pre",
    "transformer,model.unembedding,tied",
    "linear,,",
  })
  void theNamesOfTheseNetworksSayTheirParts(String type, String path, String choice)
      throws Exception {
    RunConfig config = CATALOG.with(CATALOG.defaults(), "task.modulus", 11L);
    config = CATALOG.with(config, "model.type", type);
    if (path != null) {
      config = CATALOG.with(config, path, choice);
    }
    NetworkFactory networkFactory =
        Models.ALL.stream().filter(kind -> kind.id().equals(type)).findFirst().get().factory();
    try (Backend backend = new CpuBackend(1);
        Network network =
            networkFactory.build(
                config.model(),
                Tasks.of(config.task()).shape(config.task()),
                backend,
                new SplittableRandom(1))) {
      for (Parameter parameter : network.parameters().list()) {
        assertThat(parameter.part()).as(parameter.name()).isNotEqualTo(Part.NONE);
        assertThat(NamedPart.of(parameter.name())).as(parameter.name()).isEqualTo(parameter.part());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"optimizer.0.embed.W_E", "data.train", "mask", "''"})
  void otherNamesSayNothing(String name) {
    assertThat(NamedPart.of(name)).isEqualTo(Part.NONE);
  }
}
