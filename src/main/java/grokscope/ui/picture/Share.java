package grokscope.ui.picture;

import grokscope.ui.words.Words;
import java.util.Locale;

/** Shares of a whole in words. Stateless, any thread. */
public final class Share {
  private Share() {}

  /** A share from 0 to 1 in per cent, with a place after the point: 42.0 %. */
  public static String of(double share) {
    return Double.isFinite(share)
        ? String.format(Locale.ROOT, "%.1f", 100 * share) + Words.THIN_SPACE + "%"
        : "–";
  }
}
