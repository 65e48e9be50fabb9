package grokscope.run.format.pickle;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The references of a PyTorch file to its storages: {@code ("storage", class, key, device, count)},
 * in older files with a part of the storage after that. One thread, for one file.
 */
final class TorchReferences implements Unpickler.PersistentIds {
  private final Map<String, PickledArray.Storage> storages = new LinkedHashMap<>();

  @Override
  public Object value(PyList reference) throws InvalidConfig {
    List<Object> parts = reference.items();
    if (parts.size() >= 2
        && "module".equals(parts.get(0))
        && parts.get(1) instanceof PyGlobal type) {
      return type; // older files keep the source of a module's class beside it
    }
    if (parts.size() < 5
        || !"storage".equals(parts.get(0))
        || !(parts.get(1) instanceof PyGlobal type)
        || !(parts.get(4) instanceof Long count)
        || count < 0) {
      throw new InvalidConfig(
          "", "the file refers to something outside its pickle that is no storage of PyTorch");
    }
    String key = String.valueOf(parts.get(2));
    String word = TypeWords.storage(type);
    PickledArray.Storage storage =
        storages.computeIfAbsent(key, name -> new PickledArray.Storage(name, word, count));
    if (!storage.type().equals(word) || storage.count() != count) {
      throw new InvalidConfig(
          "",
          "the file is damaged: its storage "
              + Messages.clipped(key, 60)
              + " has two types or two sizes");
    }
    return new PyStorage(storage, word, parts.size() > 5 ? first(parts.get(5)) : 0);
  }

  /** Of a part: its own key, where it begins, and its size. */
  private static long first(Object part) throws InvalidConfig {
    List<Object> of = Unwrapped.list(part).orElse(List.of());
    if (of.isEmpty()) {
      return 0;
    }
    if (of.size() == 3 && of.get(1) instanceof Long first && first >= 0) {
      return first;
    }
    throw new InvalidConfig("", "the file is damaged: a part of a storage has no beginning");
  }

  /** One of the storages that were referred to. */
  Optional<PickledArray.Storage> storage(String key) {
    return Optional.ofNullable(storages.get(key));
  }
}
