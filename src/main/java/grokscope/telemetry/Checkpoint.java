package grokscope.telemetry;

import grokscope.config.RunConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All of a run between two steps, copied out of it, from which it can go on to the same bits.
 * Immutable (nobody writes to the arrays), any thread.
 *
 * @param step how many updates the network had received
 * @param reason why it was made
 * @param start the config with which the run began
 * @param latest the same with the knobs that were turned since
 * @param paused whether the run was waiting for a command
 * @param backend the word for what computed it
 * @param lanes on how many lanes
 * @param seconds the time of all steps so far, pauses left out; NaN where it is not known
 * @param numbers all that is not a tensor, in words: whole numbers, and reals to the last bit
 * @param weights in the names and shapes of TransformerLens
 * @param memories what else there is of tensors: moments, filters, a gradient, the order of batches
 */
public record Checkpoint(
    int step,
    Reason reason,
    RunConfig start,
    RunConfig latest,
    boolean paused,
    String backend,
    int lanes,
    double seconds,
    Map<String, String> numbers,
    List<Tensor> weights,
    List<Tensor> memories) {
  public Checkpoint {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    weights = List.copyOf(weights);
    memories = List.copyOf(memories);
  }

  /** The same of a run with other configs, such as ones with more steps. */
  public Checkpoint with(RunConfig otherStart, RunConfig otherLatest) {
    return new Checkpoint(
        step,
        reason,
        otherStart,
        otherLatest,
        paused,
        backend,
        lanes,
        seconds,
        numbers,
        weights,
        memories);
  }

  /** About how much memory it takes, in bytes. */
  public long bytes() {
    return Stream.concat(weights.stream(), memories.stream())
        .mapToLong(tensor -> Float.BYTES * (long) tensor.values().length)
        .sum();
  }

  /** Why a checkpoint was made. */
  public enum Reason {
    /** Its step was due. */
    DUE,
    /** Its step was a multiple of the chosen interval. */
    REGULAR,
    /** The run ended, or was stopped. */
    ENDED,
    /** Somebody asked for it. */
    ASKED,
    /** Train accuracy had just reached its threshold and held. */
    MEMORIZED,
    /** Test accuracy had just reached its threshold and held. */
    GENERALIZED;

    /** Whether it is worth keeping when space runs short. */
    public boolean lasting() {
      return this == ASKED || this == MEMORIZED || this == GENERALIZED;
    }

    /** The word for it in files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with this word, or with the one that older files have for it. */
    public static Optional<Reason> of(String word) {
      if (word.equals("grokked")) {
        return Optional.of(GENERALIZED);
      }
      for (Reason reason : values()) {
        if (reason.word().equals(word)) {
          return Optional.of(reason);
        }
      }
      return Optional.empty();
    }
  }
}
