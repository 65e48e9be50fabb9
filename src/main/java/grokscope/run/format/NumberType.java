package grokscope.run.format;

/** What the numbers of a stored array are. */
public enum NumberType {
  F16("F16", 2, true),
  BF16("BF16", 2, true),
  F32("F32", 4, true),
  F64("F64", 8, true),
  I8("I8", 1, false),
  I16("I16", 2, false),
  I32("I32", 4, false),
  I64("I64", 8, false),
  U8("U8", 1, false),
  U16("U16", 2, false),
  U32("U32", 4, false),
  U64("U64", 8, false),
  BOOL("BOOL", 1, false),
  /** Anything else; {@link StoredArray#typeName} has the file's own word for it. */
  OTHER("", 0, false);

  private final String word;
  private final int bytes;
  private final boolean real;

  NumberType(String word, int bytes, boolean real) {
    this.word = word;
    this.bytes = bytes;
    this.real = real;
  }

  /** The type of a word of the safetensors format; {@link #OTHER} for one that is not known. */
  static NumberType of(String word) {
    for (NumberType type : values()) {
      if (type != OTHER && type.word.equals(word)) {
        return type;
      }
    }
    return OTHER;
  }

  /** As the safetensors format writes it; empty for {@link #OTHER}. */
  public String word() {
    return word;
  }

  /** How many bytes a value takes; 0 where that is not known. */
  public int bytes() {
    return bytes;
  }

  /** Whether its values are real numbers, which weights are. */
  public boolean real() {
    return real;
  }

  /** Whether its values are whole numbers, or yes and no as 1 and 0. */
  public boolean whole() {
    return !real && this != OTHER;
  }
}
