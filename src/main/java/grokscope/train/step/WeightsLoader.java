package grokscope.train.step;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.model.Network;
import grokscope.model.Parameter;
import grokscope.model.TensorForm;
import grokscope.telemetry.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts weights from elsewhere into a network, all or none. Trainer thread only. */
final class WeightsLoader {
  private static final int NAMED = 3;
  private static final int LONGEST = 60;

  private final Network network;

  WeightsLoader(Network network) {
    this.network = network;
  }

  /**
   * Overwrites all parameters.
   *
   * @throws InvalidConfig with one sentence when names or shapes are not those of this network;
   *     nothing is changed then
   */
  void load(List<Tensor> tensors) throws InvalidConfig {
    TensorForm form = network.tensorForm();
    Map<String, Tensor> byName = new LinkedHashMap<>();
    tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
    for (Parameter parameter : network.parameters().list()) {
      Tensor tensor = byName.remove(parameter.name());
      if (tensor == null) {
        throw new InvalidConfig(
            "",
            "the file has no "
                + parameter.name()
                + ", which this network needs; it has "
                + named(tensors));
      }
      if (!Arrays.equals(tensor.shape(), form.shape(parameter))) {
        throw new InvalidConfig(
            parameter.name(),
            "has the shape "
                + Arrays.toString(tensor.shape())
                + ", but this network's has "
                + Arrays.toString(form.shape(parameter)));
      }
    }
    if (!byName.isEmpty()) {
      throw new InvalidConfig(
          "",
          "the file has "
              + Messages.clipped(byName.keySet().iterator().next(), LONGEST)
              + ", which this network does not");
    }
    for (Tensor tensor : tensors) {
      network.parameters().list().stream()
          .filter(parameter -> parameter.name().equals(tensor.name()))
          .forEach(parameter -> form.write(tensor, parameter));
    }
  }

  /** A few of their names. */
  private static String named(List<Tensor> tensors) {
    if (tensors.isEmpty()) {
      return "nothing";
    }
    String few =
        tensors.stream()
            .limit(NAMED)
            .map(tensor -> Messages.clipped(tensor.name(), LONGEST))
            .collect(Collectors.joining(", "));
    return few + (tensors.size() > NAMED ? " and " + (tensors.size() - NAMED) + " more" : "");
  }
}
