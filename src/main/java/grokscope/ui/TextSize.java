package grokscope.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How large text is, as a factor of the usual size. Stateless, any thread. */
final class TextSize {
  static final double SMALLEST = 0.8;
  static final double LARGEST = 2.0;
  private static final int STEPS = 10; // in a factor of 1
  private static final double USUAL = 13; // pixels
  private static final double ICON = 15;
  private static final double SMALL_ICON = 12;

  private TextSize() {}

  /** The allowed factor that is nearest, in whole steps. */
  static double allowed(double factor) {
    double inside = Double.isNaN(factor) ? 1 : Math.max(SMALLEST, Math.min(LARGEST, factor));
    return Math.round(inside * STEPS) / (double) STEPS;
  }

  /** The next factor up (1) or down (-1). */
  static double next(double factor, int direction) {
    return allowed(factor + direction / (double) STEPS);
  }

  /** One em in pixels. */
  static double pixels(double factor) {
    return USUAL * factor;
  }

  /**
   * A style sheet that gives every root this size, also those of menus, tooltips and dialogs. The
   * size is not set as a style of one root, because of the others only some inherit from it. Icons
   * have theirs here in pixels: in em they would grow with every pass, as they are fonts.
   */
  static String styleSheet(double factor) {
    String rule =
        ".root { -fx-font-size: "
            + pixels(factor)
            + "px; } .ikonli-font-icon { -fx-icon-size: "
            + ICON * factor
            + "px; } .knob-reset .ikonli-font-icon, .run-eye .ikonli-font-icon { -fx-icon-size: "
            + SMALL_ICON * factor
            + "px; }";
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
  }
}
