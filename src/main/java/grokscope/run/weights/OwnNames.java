package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.run.format.StoredArray;
import grokscope.telemetry.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that the networks without attention have in this program. Stateless, any thread. */
final class OwnNames implements Layout {
  private static final Pattern OURS =
      Pattern.compile(
          "embed\\.W_E(_\\d+)?|hidden\\.0\\.W(_\\d+)?|hidden\\.\\d+\\.[Wb]|output\\.W"
              + "|unembed\\.W_U|unembed\\.b_U|linear\\.W(_\\d+)?|linear\\.b");

  @Override
  public String words() {
    return "Grokscope";
  }

  @Override
  public List<Renamed> read(NamedArrays arrays) throws InvalidConfig {
    boolean ours =
        arrays.arrays().stream()
            .map(arrays::name)
            .anyMatch(name -> name.matches("hidden\\.0\\.W(_0)?|linear\\.W(_0)?"));
    if (!ours) {
      return List.of();
    }
    Placement placement = new Placement(arrays);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (StoredArray array : arrays.arrays()) {
      String name = arrays.name(array);
      if (OURS.matcher(name).matches()) {
        Optional<Tensor> taken = placement.take(name);
        taken.ifPresent(tensor -> weights.put(name, OurTensor.of(name, tensor)));
      }
    }
    return List.of(new Renamed(weights, Map.of(), placement.finish()));
  }
}
