package grokscope.figure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By what the curves of one run are told apart within a panel, because their colour is the run's:
 * dash and weight, the same on the screen and on paper. Immutable, any thread.
 */
public enum LineStyle {
  /** The curve that a panel is about, such as test accuracy. */
  SOLID(1, 1, List.of()),
  /** The second, such as train accuracy. */
  DASHED(0.7, 0.8, List.of(4.0, 2.5)),
  /** The third. */
  DOTTED(0.7, 0.8, List.of(1.2, 2.0)),
  /** The fourth. */
  DASH_DOTTED(0.7, 0.8, List.of(5.0, 2.0, 1.2, 2.0));

  /** How much of the run's colour a curve has that was read again. */
  public static final double AGAIN = 0.7;

  private static final int TELLABLE = 4;

  private final double weight;
  private final double strength;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of what never changes
  private final List<Double> dashes;

  LineStyle(double weight, double strength, List<Double> dashes) {
    this.weight = weight;
    this.strength = strength;
    this.dashes = dashes;
  }

  /**
   * That of a curve of a panel. What tells of the training examples comes after its counterparts. A
   * panel with more curves than there are dashes tells them by colour.
   *
   * @param curve its place in the panel
   */
  public static LineStyle of(PanelSpec panel, int curve) {
    if (byColor(panel)) {
      return SOLID;
    }
    List<Integer> order =
        IntStream.range(0, panel.curves().size())
            .boxed()
            .sorted(Comparator.comparing(place -> panel.curves().get(place).role().training()))
            .toList(); // stable, so otherwise they stay in their order
    return values()[order.indexOf(curve)];
  }

  /**
   * That of a curve that was read again: of a dash that the run does not have in this panel.
   *
   * @param curve its place in the panel
   */
  public static LineStyle again(PanelSpec panel, int curve) {
    List<LineStyle> styles = List.of(values());
    int place = styles.indexOf(of(panel, curve)) + panel.curves().size();
    return styles.get(place % styles.size());
  }

  /** Whether a panel's curves need a colour each, as there are more of them than dashes. */
  public static boolean byColor(PanelSpec panel) {
    return panel.curves().size() > TELLABLE;
  }

  /** How wide it is, as a share of the widest. */
  public double weight() {
    return weight;
  }

  /** How much of the run's colour it has; the rest is the ground's. */
  public double strength() {
    return strength;
  }

  /**
   * The lengths of its dashes and gaps in turn, in widths of the widest line, for ends that are cut
   * off square; none for a line without gaps.
   */
  public List<Double> dashes() {
    return dashes;
  }
}
