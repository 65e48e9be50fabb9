package grokscope.figure;

import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Where an axis has ticks and what they say. Not to be changed once made; any thread. */
public final class Ticks {
  static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final double[] major;
  private final double[] minor;
  private final List<String> labels;

  private Ticks(List<Double> major, List<Double> minor, DoubleFunction<String> label) {
    this.major = major.stream().mapToDouble(Double::doubleValue).toArray();
    this.minor = minor.stream().mapToDouble(Double::doubleValue).toArray();
    this.labels = Arrays.stream(this.major).mapToObj(label).toList();
  }

  public double[] major() {
    return major.clone();
  }

  public double[] minor() {
    return minor.clone();
  }

  /** The words at a major tick. */
  public String label(double value) {
    int at = Arrays.binarySearch(major, value);
    return at < 0 ? "" : labels.get(at);
  }

  /** Ticks at whole steps. */
  public static Ticks steps(double min, double max, int room) {
    double unit = Math.max(1, unit((max - min) / Math.max(1, room)));
    return new Ticks(
        multiples(min, max, unit), List.of(), step -> NumberText.count(Math.round(step)));
  }

  /** Ticks at whole steps of a logarithmic axis; step 0 has its place at the left. */
  public static Ticks logSteps(double min, double max, int room) {
    if (Math.log10(max / min) < 1) {
      return steps(min, max, room);
    }
    List<Double> major = new ArrayList<>();
    if (min <= StepScale.LOG_ZERO) {
      major.add(StepScale.LOG_ZERO);
    }
    if (Math.log10(max / min) <= 3.5 && room >= 10) {
      addFactors(major, Math.max(min, 1), max, 1, 2, 5);
    } else {
      major.addAll(decades(Math.max(min, 1), max, room));
    }
    return new Ticks(
        major,
        between(Math.max(min, 1), max),
        step -> step < 1 ? "0" : NumberText.count(Math.round(step)));
  }

  /** Ticks at round values. */
  public static Ticks linear(double min, double max, int room) {
    double unit = unit((max - min) / Math.max(1, room));
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(unit) + 1e-9));
    return new Ticks(
        multiples(min, max, unit),
        List.of(),
        value ->
            decimals == 0
                ? whole(value)
                : String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /** Ticks of a value axis; for so many there is room. */
  public static Ticks values(ValueAxis axis, double min, double max, int room) {
    return switch (axis) {
      case UNIT -> min <= 0 && max >= 1 ? unit(room) : linear(min, Math.min(max, 1), room);
      case UNIT_LOG -> shares(min, Math.min(max, 1), room);
      case LOG -> logarithmic(min, max, room);
      case FROM_ZERO, WITH_ZERO -> linear(min, max, room);
    };
  }

  /** Ticks from 0 to 1, of which these two are always there. */
  private static Ticks unit(int room) {
    double unit = room >= 20 ? 0.1 : room >= 6 ? 0.2 : room >= 3 ? 0.5 : 1;
    return new Ticks(
        multiples(0, 1, unit),
        List.of(),
        value -> value == 0 || value == 1 ? whole(value) : plainShare(value));
  }

  private static String plainShare(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Ticks at powers of ten that are read as shares: 1, 0.1, 0.01. */
  private static Ticks shares(double min, double max, int room) {
    if (Math.log10(max / min) <= 2.2 && room >= 5) {
      return logarithmic(min, max, room);
    }
    return new Ticks(decades(min, max, room), between(min, max), Ticks::plain);
  }

  /** Ticks at powers of ten; also between them where the range is short. */
  public static Ticks logarithmic(double min, double max, int room) {
    boolean manyDecades = Math.log10(max / min) > 2.2;
    List<Double> minor = Math.log10(max / min) > 3.2 ? List.of() : between(min, max);
    if (manyDecades || room < 3) {
      return new Ticks(decades(min, max, room), minor, Ticks::power);
    }
    List<Double> major = new ArrayList<>();
    addFactors(major, min, max, 1, 3);
    return new Ticks(major, minor, Ticks::plain);
  }

  private static List<Double> decades(double min, double max, int room) {
    int first = (int) Math.ceil(Math.log10(min) - 1e-9);
    int last = (int) Math.floor(Math.log10(max) + 1e-9);
    int stride = 1;
    while ((last - first) / stride + 1 > Math.max(2, room)) {
      stride++;
    }
    List<Double> powers = new ArrayList<>();
    for (int exponent = -Math.floorDiv(-first, stride) * stride;
        exponent <= last;
        exponent += stride) {
      powers.add(Math.pow(10, exponent));
    }
    return powers;
  }

  private static List<Double> between(double min, double max) {
    List<Double> values = new ArrayList<>();
    addFactors(values, min, max, 2, 3, 4, 5, 6, 7, 8, 9);
    return values;
  }

  private static void addFactors(List<Double> values, double min, double max, int... factors) {
    for (double power = floorPower(min); power <= max; power *= 10) {
      for (int factor : factors) {
        addInside(values, power * factor, min, max);
      }
    }
  }

  private static List<Double> multiples(double min, double max, double unit) {
    List<Double> values = new ArrayList<>();
    for (double count = Math.ceil(min / unit - 1e-9); count * unit <= max + unit * 1e-9; count++) {
      values.add(count * unit + 0.0); // + 0.0 makes −0 a plain 0
    }
    return values;
  }

  private static void addInside(List<Double> values, double value, double min, double max) {
    if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
      values.add(value);
    }
  }

  private static double floorPower(double value) {
    return Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
  }

  /** The smallest of 1, 2 and 5 times a power of ten that is not less than the given distance. */
  private static double unit(double atLeast) {
    double power = floorPower(atLeast);
    double rest = atLeast / power;
    return power * (rest <= 1 + 1e-9 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10);
  }

  private static String whole(double value) {
    // Beyond a million only the axis of a run that diverges: long numbers would not fit beside it.
    return Math.abs(value) < 1_000_000
        ? NumberText.count(Math.round(value))
        : String.format(Locale.ROOT, "%.0e", value);
  }

  private static String power(double value) {
    int exponent = (int) Math.round(Math.log10(value));
    StringBuilder text = new StringBuilder("10");
    if (exponent < 0) {
      text.append('⁻');
    }
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String plain(double value) {
    if (value < 1e-3 || value >= 1e5) {
      double power = floorPower(value);
      long factor = Math.round(value / power);
      return (factor == 1 ? "" : factor + "·") + power(power);
    }
    if (value >= 1) {
      return NumberText.count(Math.round(value));
    }
    int decimals = (int) -Math.floor(Math.log10(value) + 1e-9);
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
