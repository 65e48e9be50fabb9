package grokscope.run.format.pickle;

/** Bytes of a pickle. Compared by identity. */
final class PyBytes {
  private final byte[] bytes;

  PyBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes themselves; nobody changes them. */
  byte[] bytes() {
    return bytes;
  }
}
