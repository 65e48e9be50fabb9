package grokscope.run.checkpoint;

import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Messages;
import grokscope.run.format.SafetensorsFile;
import grokscope.task.PairSplit;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import grokscope.train.loop.StoredNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as a safetensors file: the weights under their published names, everything else that
 * is a tensor under names that begin with {@code optimizer.} or {@code data.}, and the rest as JSON
 * in the header's texts. Nothing in it is ever executed. Stateless, any thread.
 */
public final class CheckpointFile {
  /** The largest file that is read, or written. */
  static final long LIMIT = 500_000_000;

  private static final String FORMAT = "1";
  private static final String VERSION = "grokscope.checkpoint";
  private static final String RUN = "grokscope.run";
  private static final String START = "grokscope.start";
  private static final String LATEST = "grokscope.latest";
  private static final String SECONDS = "seconds";
  private static final String SPLIT = "data.split";
  private static final String NUMBERS = "grokscope.numbers";

  private CheckpointFile() {}

  /**
   * A checkpoint and how long the run's files were when it was made.
   *
   * @param metricsBytes of metrics.csv
   * @param eventsBytes of events.jsonl
   */
  public record Stored(Checkpoint checkpoint, long metricsBytes, long eventsBytes) {}

  /** Replaces the file whole or not at all. */
  static void write(Path file, Stored stored, ConfigFormat format) throws IOException {
    Checkpoint checkpoint = stored.checkpoint();
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("step", checkpoint.step());
    run.put("reason", checkpoint.reason().word());
    run.put("paused", checkpoint.paused());
    run.put("backend", checkpoint.backend());
    run.put("lanes", checkpoint.lanes());
    if (Double.isFinite(checkpoint.seconds())) {
      run.put(SECONDS, checkpoint.seconds());
    }
    run.put("metrics_bytes", stored.metricsBytes());
    run.put("events_bytes", stored.eventsBytes());
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(VERSION, FORMAT);
    texts.put(RUN, Json.line(run));
    texts.put(START, Json.line(format.write(checkpoint.start())));
    texts.put(LATEST, Json.line(format.write(checkpoint.latest())));
    texts.put(NUMBERS, Json.line(checkpoint.numbers()));
    List<Tensor> tensors = new ArrayList<>(checkpoint.weights());
    tensors.addAll(checkpoint.memories());
    if (checkpoint.bytes() > LIMIT) {
      throw new IOException(
          "a checkpoint of this run would have more than " + LIMIT / 1_000_000 + " MB");
    }
    SafetensorsFile.write(file, texts, tensors);
  }

  /**
   * Which pairs a network from elsewhere was trained on, as a part of its checkpoint.
   *
   * @param pairs two numbers each
   */
  public static Tensor split(int[][] pairs) {
    float[] values = new float[2 * pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      values[2 * i] = pairs[i][0];
      values[2 * i + 1] = pairs[i][1];
    }
    return new Tensor(SPLIT, Part.NONE, new int[] {pairs.length, 2}, values);
  }

  private static Optional<PairSplit> split(List<Tensor> tensors) {
    return tensors.stream()
        .filter(tensor -> tensor.name().equals(SPLIT))
        .findFirst()
        .map(
            tensor -> {
              int[] x = new int[tensor.values().length / 2];
              int[] y = new int[x.length];
              for (int i = 0; i < x.length; i++) {
                x[i] = (int) tensor.values()[2 * i];
                y[i] = (int) tensor.values()[2 * i + 1];
              }
              return PairSplit.ofPairs(x, y);
            });
  }

  /** The network of a checkpoint and what it was trained on then. */
  static StoredNetwork network(Path file, long run, int step, RunConfig config)
      throws InvalidConfig {
    try {
      SafetensorsFile.Contents read =
          SafetensorsFile.read(file, LIMIT, name -> isWeight(name) || name.equals(SPLIT));
      if (part(checked(read.texts()), LATEST).get(SettingPaths.DATA) instanceof Map<?, ?> data
          && data.get("trainFraction") instanceof Number share) {
        return new StoredNetwork(
            run,
            step,
            config,
            share.doubleValue(),
            split(read.tensors()),
            read.tensors().stream().filter(tensor -> isWeight(tensor.name())).toList());
      }
      throw missing(SettingPaths.TRAIN_FRACTION);
    } catch (InvalidConfig refused) {
      throw refused.in(file.toString());
    }
  }

  private static boolean isWeight(String name) {
    return !name.startsWith("optimizer.") && !name.startsWith("data.");
  }

  /**
   * Reads a checkpoint.
   *
   * @throws InvalidConfig with one sentence that names the file, when it is no checkpoint, one of
   *     another version, or not whole
   */
  public static Stored read(Path file, ConfigFormat format) throws InvalidConfig {
    try {
      SafetensorsFile.Contents contents = SafetensorsFile.read(file, LIMIT, name -> true);
      return stored(checked(contents.texts()), contents.tensors(), format);
    } catch (InvalidConfig refused) {
      throw refused.in(file.toString());
    }
  }

  /** The texts of a checkpoint that this program reads. */
  private static Map<String, String> checked(Map<String, String> texts) throws InvalidConfig {
    String version = texts.get(VERSION);
    if (version == null) {
      throw new InvalidConfig("", "it holds tensors, but is not a checkpoint of a run");
    }
    if (!version.equals(FORMAT)) {
      throw new InvalidConfig(
          "",
          "it is a checkpoint of format "
              + Messages.clipped(version, 20)
              + ", but this program reads format "
              + FORMAT);
    }
    return texts;
  }

  private static Stored stored(Map<String, String> texts, List<Tensor> tensors, ConfigFormat format)
      throws InvalidConfig {
    Map<String, @Nullable Object> run = part(texts, RUN);
    Map<String, String> numbers = new LinkedHashMap<>();
    part(texts, NUMBERS).forEach((name, number) -> numbers.put(name, String.valueOf(number)));
    Checkpoint checkpoint =
        new Checkpoint(
            (int) whole(run, "step", Integer.MAX_VALUE),
            Checkpoint.Reason.of(String.valueOf(run.get("reason")))
                .orElseThrow(() -> missing("reason")),
            config(texts, START, format),
            config(texts, LATEST, format),
            Boolean.TRUE.equals(run.get("paused")),
            String.valueOf(run.get("backend")),
            (int) whole(run, "lanes", Integer.MAX_VALUE),
            run.get(SECONDS) instanceof Number seconds ? seconds.doubleValue() : Double.NaN,
            numbers,
            tensors.stream().filter(tensor -> isWeight(tensor.name())).toList(),
            tensors.stream().filter(tensor -> !isWeight(tensor.name())).toList());
    return new Stored(
        checkpoint,
        whole(run, "metrics_bytes", Long.MAX_VALUE),
        whole(run, "events_bytes", Long.MAX_VALUE));
  }

  private static RunConfig config(Map<String, String> texts, String name, ConfigFormat format)
      throws InvalidConfig {
    return format.readStored(part(texts, name));
  }

  private static Map<String, @Nullable Object> part(Map<String, String> texts, String name)
      throws InvalidConfig {
    String text = texts.get(name);
    if (text == null) {
      throw missing(name);
    }
    return Json.read(text);
  }

  private static long whole(Map<String, @Nullable Object> run, String name, long most)
      throws InvalidConfig {
    if (run.get(name) instanceof Number number
        && number.longValue() >= 0
        && number.longValue() <= most) {
      return number.longValue();
    }
    throw missing(name);
  }

  private static InvalidConfig missing(String name) {
    return new InvalidConfig("", "the checkpoint is incomplete: it has no " + name);
  }
}
