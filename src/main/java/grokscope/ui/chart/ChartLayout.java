package grokscope.ui.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the charts share their room: what a window remembers of them. Charts are named by the ids of
 * their panels; ids that nobody knows do no harm, and a chart that is not named comes after those
 * that are. Immutable, any thread.
 *
 * @param order the ids in the order of the charts
 * @param hidden the ids of the charts that are not wanted
 * @param large the id of the large chart
 * @param share how much of the room the large chart has, from 0 to 1; 0 where that is decided by
 *     the room there is
 * @param below whether the small charts are below the large one also where there is room beside it
 * @param scales the names of the scales that were chosen for charts
 */
public record ChartLayout(
    List<String> order,
    List<String> hidden,
    String large,
    double share,
    boolean below,
    Map<String, String> scales) {
  /** That of somebody who has not changed anything: accuracy is large. */
  public static final ChartLayout USUAL =
      new ChartLayout(List.of(), List.of(), "accuracy-panel", 0, false, Map.of());

  private static final double LEAST = 0.1;
  private static final double MOST = 0.95;

  /** Copies the lists and the map; a share that cannot be is none. */
  public ChartLayout {
    order = order.stream().distinct().toList();
    hidden = hidden.stream().distinct().toList();
    share = share >= LEAST && share <= MOST ? share : 0;
    scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
  }

  /** These ids in this order: first those that are named, then the others as they are. */
  public List<String> sorted(List<String> ids) {
    return Stream.concat(order.stream().filter(ids::contains), ids.stream()).distinct().toList();
  }

  /** Whether a chart is wanted. */
  public boolean shows(String id) {
    return !hidden.contains(id);
  }

  /** With this chart large, and shown. */
  public ChartLayout withLarge(String id) {
    return new ChartLayout(order, without(hidden, id), id, share, below, scales);
  }

  /** With a chart shown or hidden. */
  public ChartLayout withShown(String id, boolean shown) {
    List<String> others = new ArrayList<>(without(hidden, id));
    if (!shown) {
      others.add(id);
    }
    return new ChartLayout(order, others, large, share, below, scales);
  }

  /**
   * With a chart in the place of another, which makes room.
   *
   * @param ids all charts there are, in their usual order
   */
  public ChartLayout moved(String id, String place, List<String> ids) {
    List<String> now = new ArrayList<>(sorted(ids));
    int to = now.indexOf(place);
    if (to < 0 || !now.remove(id)) {
      return this;
    }
    now.add(to, id);
    return new ChartLayout(now, hidden, large, share, below, scales);
  }

  /** With this share of the room for the large chart; 0 leaves it to the room there is. */
  public ChartLayout withShare(double now) {
    double possible = now <= 0 ? 0 : Math.max(LEAST, Math.min(now, MOST));
    return new ChartLayout(order, hidden, large, possible, below, scales);
  }

  /** With the small charts below the large one, or beside it where there is room. */
  public ChartLayout withBelow(boolean now) {
    return new ChartLayout(order, hidden, large, share, now, scales);
  }

  /** With the values of a chart on the scale of this name. */
  public ChartLayout withScale(String id, String name) {
    Map<String, String> chosen = new LinkedHashMap<>(scales);
    chosen.put(id, name);
    return new ChartLayout(order, hidden, large, share, below, chosen);
  }

  private static List<String> without(List<String> ids, String id) {
    return ids.stream().filter(other -> !other.equals(id)).toList();
  }
}
