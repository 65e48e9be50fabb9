package grokscope.run.weights;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.run.format.ArrayFile;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.StoredNetworkReader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that PyTorch trained and saved: each is found, and answers as it was trained to. */
class TorchFilesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "torch");

  @ParameterizedTest
  @CsvSource({
    "transformer-lens.pth, TransformerLens, 7, 0.99",
    "transformer-lens-older-form.pth, TransformerLens, 7, 0.99",
    "transformer-lens-half.pt, TransformerLens, 7, 0.99",
    "transformer-lens-bfloat16.pt, TransformerLens, 7, 0.9",
    "transformer-lens-double-below-net.pt, TransformerLens, 7, 0.99",
    "transformer-lens-views.pt, TransformerLens, 7, 0.99",
    "transformer-lens-demo.pth, TransformerLens, 5, 0.6",
    "training-state.ckpt, TransformerLens, 7, 0.99",
    "mlp-shared.pt, layers under names of its own, 7, 0.8",
    "mlp-shared-module-in-dict.pt, layers under names of its own, 7, 0.8",
    "mlp-separate.pt, layers under names of its own, 7, 0.8"
  })
  void isFoundAndAnswers(String name, String form, long modulus, double accuracy) throws Exception {
    WeightsReader reader = new WeightsReader(new Laboratory(4_000_000_000L).catalog());
    FoundWeights found = reader.read(ArrayFile.open(FOLDER.resolve(name)));
    assertThat(found.form()).isEqualTo(form);
    try (Backend backend = new CpuBackend(1);
        StoredNetworkReader networks = new StoredNetworkReader(any -> backend)) {
      RankedWeights ranked =
          RankedWeights.of(
              found,
              networks.scores(
                  found.candidates().stream()
                      .map(each -> each.network(Optional.empty()))
                      .toList()));
      assertThat(ranked.best().config().task().choice("operation")).isEqualTo("x+y");
      assertThat(ranked.best().config().task().value("modulus")).isEqualTo(modulus);
      assertThat(ranked.best().config().model().choice("activation")).isEqualTo("relu");
      assertThat(ranked.tried().get(0).score().accuracy()).isGreaterThan(accuracy);
      assertThat(ranked.split().isPresent()).isEqualTo(name.contains("demo"));
      assertThat(found.candidates().get(0).remarks())
          .noneMatch(remark -> remark.contains("indices")); // they are read
    }
  }
}
