package grokscope.kernel.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaProbeTest {
  private static Optional<String> problem(boolean present, String driver) {
    return new CudaProbe(() -> present, () -> Optional.ofNullable(driver)).problem();
  }

  @ParameterizedTest
  @CsvSource({"3.7, true", "7.5, true", "8.9, true", "9.0, false", "12.0, false", "3.5, false"})
  void takesTheCardsThatTheBinariesServe(String capability, boolean served) {
    Optional<String> problem = problem(true, "NVIDIA Card, with comma, " + capability + "\n");
    assertThat(problem.isEmpty()).isEqualTo(served);
    problem.ifPresent(
        words ->
            assertThat(words)
                .isEqualTo(
                    "NVIDIA Card, with comma has compute capability "
                        + capability
                        + ", but ND4J's CUDA kernels support 3.7 to 8.9"));
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(problem(false, "A, 8.0").orElseThrow()).contains("-Pcuda");
    assertThat(problem(true, null)).contains("no NVIDIA driver responds on this machine");
    assertThat(problem(true, "")).contains("the NVIDIA driver finds no card");
    assertThat(problem(true, "Old card, [N/A]"))
        .contains("the driver does not report the compute capability of Old card can compute");
  }

  @Test
  void aBuildWithoutCudaSaysSoWhateverTheMachineHas() {
    assertThat(new CudaProbe().problem()).isPresent();
  }
}
