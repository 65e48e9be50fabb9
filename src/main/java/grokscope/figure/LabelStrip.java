package grokscope.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A row in which labels stand beside each other, in the order of what they belong to. Not
 * thread-safe.
 *
 * <p>Labels push each other aside. One that is offered later is left out if it would push itself or
 * another too far from where it wants to be.
 *
 * @param <L> what a label says
 */
public final class LabelStrip<L> {
  private static final double GAP = 8;

  /**
   * A label in its place.
   *
   * @param content what it says
   * @param left where it begins
   */
  public record Placed<L>(L content, double left) {}

  private record Wish<L>(L content, double middle, double width) {}

  private final double left;
  private final double right;
  private final double farthest;
  private List<Wish<L>> wishes = List.of(); // by their middles
  private List<Placed<L>> placed = List.of();

  /**
   * An empty row.
   *
   * @param left where the row begins
   * @param right where it ends
   * @param farthest how far a label may be from where it wants to be
   */
  public LabelStrip(double left, double right, double farthest) {
    this.left = left;
    this.right = right;
    this.farthest = farthest;
  }

  /** Takes a label in, if there is room for it near its middle. */
  public void offer(L content, double middle, double width) {
    List<Wish<L>> more = new ArrayList<>(wishes);
    more.add(new Wish<>(content, middle, width));
    more.sort(Comparator.comparingDouble(Wish::middle));
    places(more)
        .ifPresent(
            possible -> {
              wishes = more;
              placed = possible;
            });
  }

  /** The labels that were taken in, from left to right. */
  public List<Placed<L>> placed() {
    return placed;
  }

  private double wanted(Wish<L> wish) {
    return Math.max(left, Math.min(wish.middle() - wish.width() / 2, right - wish.width()));
  }

  /** Pushes to the right what overlaps, then back to the left what went over the end. */
  private Optional<List<Placed<L>>> places(List<Wish<L>> row) {
    double[] at = new double[row.size()];
    double free = left;
    for (int i = 0; i < at.length; i++) {
      at[i] = Math.max(free, wanted(row.get(i)));
      free = at[i] + row.get(i).width() + GAP;
    }
    double end = right;
    for (int i = at.length - 1; i >= 0; i--) {
      at[i] = Math.min(at[i], end - row.get(i).width());
      end = at[i] - GAP;
    }
    List<Placed<L>> result = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      if (at[i] < left || Math.abs(at[i] - wanted(row.get(i))) > farthest) {
        return Optional.empty();
      }
      result.add(new Placed<>(row.get(i).content(), at[i]));
    }
    return Optional.of(result);
  }
}
