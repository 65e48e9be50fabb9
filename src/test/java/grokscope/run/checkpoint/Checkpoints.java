package grokscope.run.checkpoint;

import grokscope.config.RunConfig;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.Map;

/** Checkpoints made by hand. */
public final class Checkpoints {
  private Checkpoints() {}

  /** A checkpoint of a network with three weights and as many memories. */
  public static Checkpoint of(RunConfig config, int step, Checkpoint.Reason reason) {
    return of(config, step, reason, 3);
  }

  public static Checkpoint of(RunConfig config, int step, Checkpoint.Reason reason, int weights) {
    float[] values = new float[weights];
    for (int i = 0; i < weights; i++) {
      values[i] = Float.intBitsToFloat(0x3f800001 + step + 3 * i);
    }
    return new Checkpoint(
        step,
        reason,
        config,
        config,
        false,
        "cpu",
        1,
        0.25,
        Map.of("noise.state", "-9223372036854775808", "latest.train_loss", "NaN"),
        List.of(new Tensor("embed.W_E", Part.EMBEDDING, new int[] {weights}, values)),
        List.of(new Tensor("optimizer.0.embed.W_E", new int[] {1, weights}, values)));
  }
}
