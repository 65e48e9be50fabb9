package grokscope.run.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepNamesTest {
  private static StepNames.Found found(String... names) throws InvalidConfig {
    return StepNames.find(List.of(names)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "ckpt_1000.pth, ckpt_200.pth, 200, 1000",
    "step-00200.safetensors, step-01000.safetensors, 200, 1000",
    "7.pt, 70.pt, 7, 70",
    "epoch=12-step=3400.ckpt, epoch=13-step=3600.ckpt, 3400, 3600",
    "epoch=1-val_loss=0.32.ckpt, epoch=2-val_loss=0.11.ckpt, 1, 2",
    "mlp_p113_checkpoint_5_acc0.9.pt, mlp_p113_checkpoint_6_acc1.pt, 5, 6",
    "model.100.pt, model.2000.pt, 100, 2000",
    "checkpoint-500, checkpoint-1000, 500, 1000",
    "m5-checkpoint_1_lr0.1.pt, m5-checkpoint_2_lr0.1.pt, 1, 2",
    "seed1_iter_0100.pth.tar, seed1_iter_0200.pth.tar, 100, 200"
  })
  void theNumberThatDiffersIsTheStep(String one, String other, int first, int last)
      throws Exception {
    assertThat(found(one, other).names().keySet()).containsExactly(first, last);
    assertThat(found(one, other).names().values()).containsExactlyInAnyOrder(one, other);
  }

  @Test
  void whatIsCalledEpochsIsNotCalledSteps() throws Exception {
    assertThat(found("epoch_1.pt", "epoch_2.pt").epochs()).isTrue();
    assertThat(found("epoch=1-step=10.pt", "epoch=2-step=20.pt").epochs()).isFalse();
  }

  @Test
  void otherNamesAreLeft() throws Exception {
    StepNames.Found found =
        found(
            "m_1.pt",
            "m_2.pt",
            "m_3.pt",
            "model.final.pt",
            "optimizer_1.pt",
            "optimizer_2.pt",
            "optimizer_3.pt",
            "optimizer_4.pt");
    assertThat(found.names().keySet()).containsExactly(1, 2, 3);
    assertThat(found.left()).hasSize(5).contains("model.final.pt", "optimizer_4.pt");
  }

  @Test
  void nothingThatDiffersInANumberIsNoSequence() throws Exception {
    assertThat(StepNames.find(List.of())).isEmpty();
    assertThat(StepNames.find(List.of("model.pt"))).isEmpty();
    assertThat(StepNames.find(List.of("model.pt", "best.pt"))).isEmpty();
  }

  private static void refused(String words, String... names) {
    assertThatThrownBy(() -> StepNames.find(List.of(names)))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining(words);
  }

  @Test
  void whatCouldBeTwoStepsIsRefused() {
    refused("each of 1, 100 could be the step", "run1_100.pt", "run1_200.pt", "run2_300.pt");
    refused("two of its files have the step 100", "s1_step100.pt", "s2_step100.pt");
    refused("two of its files have the step 100", "ckpt_100.pt", "ckpt_0100.pt");
    refused("more than one kind", "a_1.pt", "a_2.pt", "b_1.pt", "b_2.pt");
    refused("is no step", "ckpt_1717171717000.pt", "ckpt_1717171718000.pt");
  }
}
