package grokscope.run.format;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A named array of a file. Its values are read when they are asked for, each time anew. Immutable,
 * any thread.
 */
public final class StoredArray {
  private static final long MOST_VALUES = 50_000_000;
  private static final int LONGEST_SHOWN = 60;

  private final String name;
  private final Part part;
  private final NumberType type;
  private final String typeName;
  private final int[] shape;
  private final @Nullable ArrayView view;

  private StoredArray(
      String name,
      Part part,
      NumberType type,
      String typeName,
      int[] shape,
      @Nullable ArrayView view) {
    this.name = name;
    this.part = part;
    this.type = type;
    this.typeName = typeName;
    this.shape = shape;
    this.view = view;
  }

  /**
   * An array whose values can be read.
   *
   * @param part what it is in a network, as far as the file or its name says it
   * @param typeName the file's own word for the type
   * @param view where its values are; as many dimensions as the shape
   */
  static StoredArray of(
      String name, Part part, NumberType type, String typeName, int[] shape, ArrayView view) {
    return new StoredArray(name, part, type, typeName, shape, view);
  }

  /** An array that is only listed, because nothing here reads its kind. */
  static StoredArray closed(String name, String typeName, int[] shape) {
    return new StoredArray(name, NamedPart.of(name), NumberType.OTHER, typeName, shape, null);
  }

  /** The same array under another name, as where it is looked at without what is around it. */
  public StoredArray named(String other) {
    return new StoredArray(other, NamedPart.of(other), type, typeName, shape, view);
  }

  /** The flat name, such as {@code model.embed.W_E}. */
  public String name() {
    return name;
  }

  /** What it is in a network, as far as the file or its name says it. */
  public Part part() {
    return part;
  }

  /** What its numbers are. */
  public NumberType type() {
    return type;
  }

  /** The file's own word for the type, such as {@code BF16}, {@code C64} or {@code sparse}. */
  public String typeName() {
    return typeName;
  }

  /** How long it is in each dimension, the outermost first; none for a single number. */
  public int[] shape() {
    return shape.clone();
  }

  /** How many values it has; 2³¹ where there are more. */
  public long size() {
    return ArrayView.size(shape);
  }

  /**
   * Its values as real numbers of single precision, in row-major order: those of half precision
   * exactly, doubles rounded.
   *
   * @throws InvalidConfig with one sentence that names it when its numbers are not real ones, when
   *     there are more than 50 million, or when the file cannot be read
   */
  public Tensor tensor() throws InvalidConfig {
    if (!type.real()) {
      throw refusal("is of the type " + shownType() + ", but weights are F16, BF16, F32 or F64");
    }
    return new Tensor(name, part, shape.clone(), values(view()));
  }

  /**
   * Its values as whole numbers, in row-major order; yes and no as 1 and 0.
   *
   * @throws InvalidConfig with one sentence that names it when its numbers are not whole by their
   *     type, when one is 2⁶³ or above, when there are too many, or when the file cannot be read
   */
  public long[] wholeNumbers() throws InvalidConfig {
    if (!type.whole()) {
      throw refusal("is of the type " + shownType() + ", but must hold whole numbers");
    }
    ArrayView there = view();
    try {
      return there.wholeNumbers(type, shape);
    } catch (ArithmeticException e) {
      throw refusal("holds a whole number of 2⁶³ or more");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private float[] values(ArrayView there) throws InvalidConfig {
    try {
      return there.values(type, shape);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ArrayView view() throws InvalidConfig {
    if (view == null) {
      throw refusal("is of the type " + shownType() + ", which Grokscope does not read");
    }
    if (size() > MOST_VALUES) {
      throw refusal(
          String.format(
              Locale.ROOT,
              "has the shape %s, and Grokscope reads arrays of at most %,d values",
              Messages.clipped(Arrays.toString(shape), LONGEST_SHOWN),
              MOST_VALUES));
    }
    return view;
  }

  private String shownType() {
    return Messages.clipped(typeName, LONGEST_SHOWN);
  }

  private InvalidConfig unreadable(IOException e) {
    return refusal("cannot be read: " + AtomicFile.reason(e));
  }

  private InvalidConfig refusal(String sentence) {
    return new InvalidConfig(Messages.clipped(name, LONGEST_SHOWN), sentence);
  }

  @Override
  public String toString() {
    return name + " " + typeName + " " + Arrays.toString(shape);
  }
}
