package grokscope.run.format.pickle;

/** A reference to numbers that lie outside the pickle. Compared by identity. */
final class PyStorage {
  private final PickledArray.Source place;
  private final String type;
  private final long first;

  /**
   * A reference.
   *
   * @param type of the numbers, as the safetensors format writes it; {@code UNTYPED} for bytes
   * @param first at which of the numbers it begins: older files have parts of a storage
   */
  PyStorage(PickledArray.Source place, String type, long first) {
    this.place = place;
    this.type = type;
    this.first = first;
  }

  PickledArray.Source place() {
    return place;
  }

  String type() {
    return type;
  }

  long first() {
    return first;
  }
}
