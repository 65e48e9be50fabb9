package grokscope.figure;

import java.util.function.DoubleUnaryOperator;

/**
 * A way to show the values of a panel. Immutable, any thread.
 *
 * @param name the words in a menu
 * @param title the words above the plot
 * @param axis how the value axis chooses its range
 * @param reading what is shown of a measured value
 */
public record ValueScale(String name, String title, ValueAxis axis, Reading reading) {

  /** What is shown of a measured value. */
  public enum Reading implements DoubleUnaryOperator {
    /** The value. */
    AS_MEASURED,
    /** Its square root. */
    ROOT,
    /** What is missing to 1, such as the share of wrong answers. */
    MISSING_TO_ONE;

    @Override
    public double applyAsDouble(double value) {
      return switch (this) {
        case AS_MEASURED -> value;
        case ROOT -> Math.sqrt(value);
        case MISSING_TO_ONE -> 1 - value;
      };
    }
  }

  /** That of values as they were measured. */
  public ValueScale(String name, String title, ValueAxis axis) {
    this(name, title, axis, Reading.AS_MEASURED);
  }
}
