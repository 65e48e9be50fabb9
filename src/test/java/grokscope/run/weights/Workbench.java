package grokscope.run.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.run.format.ArrayFile;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.StoredNetworkReader;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Networks with fresh weights, files of them in other people's names, and what is read of these.
 */
final class Workbench implements AutoCloseable {
  final Catalog catalog = new Laboratory(4_000_000_000L).catalog();
  private final Backend backend = new CpuBackend(1);
  private final WeightsReader reader = new WeightsReader(catalog);
  private final Path folder;

  Workbench(Path folder) {
    this.folder = folder;
  }

  /** The defaults with settings such as "model.layers", 2L in turn. */
  RunConfig config(Object... settings) throws InvalidConfig {
    RunConfig config = catalog.with(catalog.defaults(), "task.modulus", 11L);
    for (int i = 0; i < settings.length; i += 2) {
      config = catalog.with(config, (String) settings[i], settings[i + 1]);
    }
    catalog.check(config);
    return config;
  }

  /** A small transformer with more settings. */
  RunConfig transformer(Object... more) throws InvalidConfig {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "model.type",
                "transformer",
                "model.dModel",
                8L,
                "model.heads",
                2L,
                "model.dMlp",
                12L));
    all.addAll(List.of(more));
    return config(all.toArray());
  }

  /** Fresh weights; biases and the like, which start at zero, get other values. */
  List<Tensor> weights(RunConfig config) {
    try (Experiment experiment = new ExperimentFactory(backend).make(config)) {
      List<Tensor> all = new ArrayList<>();
      for (Tensor tensor : experiment.weights()) {
        float[] values = tensor.values().clone();
        for (int i = 0; tensor.shape().length == 1 && i < values.length; i++) {
          values[i] += 0.01f * (i + 1);
        }
        all.add(new Tensor(tensor.name(), tensor.part(), tensor.shape(), values));
      }
      return all;
    }
  }

  ArrayFile file(List<Tensor> tensors) throws IOException, InvalidConfig {
    Path file = folder.resolve("weights.safetensors");
    SafetensorsFile.write(file, tensors);
    return ArrayFile.open(file);
  }

  FoundWeights read(List<Tensor> tensors) throws IOException, InvalidConfig {
    return reader.read(file(tensors));
  }

  FoundWeights read(List<Tensor> tensors, RunConfig config) throws IOException, InvalidConfig {
    return reader.read(file(tensors), config);
  }

  RankedWeights ranked(FoundWeights found) throws InvalidConfig {
    try (StoredNetworkReader networks = new StoredNetworkReader(any -> backend)) {
      return RankedWeights.of(
          found,
          networks.scores(
              found.candidates().stream().map(each -> each.network(Optional.empty())).toList()));
    }
  }

  String refusal(List<Tensor> tensors) {
    return String.valueOf(
        catchThrowableOfType(InvalidConfig.class, () -> read(tensors)).getMessage());
  }

  String refusal(List<Tensor> tensors, RunConfig config) {
    return String.valueOf(
        catchThrowableOfType(InvalidConfig.class, () -> read(tensors, config)).getMessage());
  }

  /** One of the candidates is this network, task and all, with exactly these weights. */
  void assertFound(FoundWeights found, RunConfig config, List<Tensor> weights) {
    assertThat(found.candidates())
        .anySatisfy(
            candidate -> {
              assertThat(candidate.config()).isEqualTo(config);
              assertSame(candidate.weights(), weights);
            });
  }

  static void assertSame(List<Tensor> found, List<Tensor> weights) {
    assertThat(found).hasSameSizeAs(weights);
    for (Tensor tensor : weights) {
      assertThat(found)
          .filteredOn(each -> each.name().equals(tensor.name()))
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.part()).isEqualTo(tensor.part());
                assertThat(each.shape()).isEqualTo(tensor.shape());
                assertThat(each.values()).isEqualTo(tensor.values());
              });
    }
  }

  /** The same under other names; what has none keeps its own. */
  static List<Tensor> renamed(List<Tensor> tensors, Map<String, String> names) {
    return each(tensors, tensor -> named(tensor, names.getOrDefault(tensor.name(), tensor.name())));
  }

  static Tensor named(Tensor tensor, String name) {
    return new Tensor(name, tensor.shape(), tensor.values());
  }

  static List<Tensor> each(List<Tensor> tensors, UnaryOperator<Tensor> change) {
    List<Tensor> changed = new ArrayList<>(tensors);
    changed.replaceAll(change);
    return changed;
  }

  static List<Tensor> with(List<Tensor> tensors, Tensor... more) {
    List<Tensor> all = new ArrayList<>(tensors);
    all.addAll(List.of(more));
    return all;
  }

  static Tensor get(List<Tensor> tensors, String name) {
    return tensors.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** An array of 0.1, 0.2, … */
  static Tensor counted(String name, int... shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = 0.1f * (i + 1);
    }
    return new Tensor(name, shape, values);
  }

  static Tensor zeros(String name, int... shape) {
    Tensor counted = counted(name, shape);
    return new Tensor(name, shape, new float[counted.values().length]);
  }

  @Override
  public void close() {
    backend.close();
  }
}
