package grokscope.train.report;

import grokscope.text.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as people read them. Stateless, any thread. */
public final class ValueText {
  private static final int LISTED = 16; // of more the first are written
  private static final double TENTH = 0.1; // per cent
  private static final double LEAST = 1e-4;

  private ValueText() {}

  /**
   * A value.
   *
   * @param digits of a number that is not whole
   */
  public static String of(Value value, int digits) {
    if (value instanceof Value.Whole whole) {
      return String.valueOf(whole.number());
    } else if (value instanceof Value.Real real) {
      return number(real.number(), digits);
    } else if (value instanceof Value.Share share) {
      return share(share.number());
    } else if (value instanceof Value.Wholes wholes) {
      return list(wholes.numbers().stream().map(String::valueOf).toList());
    } else if (value instanceof Value.Shares shares) {
      return list(shares.numbers().stream().map(ValueText::share).toList());
    } else if (value instanceof Value.Counts counts) {
      return list(
          counts.counts().entrySet().stream()
              .map(each -> each.getKey() + ": " + each.getValue())
              .toList());
    }
    return ((Value.Words) value).text();
  }

  private static String number(double number, int digits) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "not a number" : "infinite";
    }
    return String.format(Locale.ROOT, "%." + digits + "g", number);
  }

  /** A share in per cent; of one that is small but not nothing, a digit that says so. */
  public static String share(double share) {
    double size = 100 * Math.abs(share);
    if (!Double.isFinite(share) || size >= TENTH) {
      return NumberText.perCent(share);
    } else if (size == 0) {
      return NumberText.withUnit("0", "%");
    }
    String number =
        size < LEAST ? "< 0.0001" : new BigDecimal(size).round(new MathContext(1)).toPlainString();
    return NumberText.withUnit(number, "%");
  }

  private static String list(Collection<String> parts) {
    if (parts.isEmpty()) {
      return "none";
    }
    return parts.stream().limit(LISTED).collect(Collectors.joining(", "))
        + (parts.size() > LISTED ? ", … (" + parts.size() + ")" : "");
  }
}
