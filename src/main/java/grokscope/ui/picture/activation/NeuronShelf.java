package grokscope.ui.picture.activation;

import grokscope.measure.NeuronOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where thumbnails lie, one below the other in rows under the heading of their group. Immutable,
 * any thread.
 *
 * @param headings in their places
 * @param thumbs in their places
 * @param size of a thumbnail, in pixels
 * @param height of everything, in pixels
 */
public record NeuronShelf(List<Heading> headings, List<Thumb> thumbs, double size, double height) {
  private static final double GAP = 4;
  private static final double HEADING = 20;

  /** A heading, by its upper edge. */
  record Heading(String words, double y) {}

  /** A thumbnail, by its upper left corner. */
  public record Thumb(int neuron, double x, double y) {}

  public static NeuronShelf of(NeuronOrder order, double width, double size) {
    int columns = Math.max(1, (int) ((width + GAP) / (size + GAP)));
    List<Heading> headings = new ArrayList<>();
    List<Thumb> thumbs = new ArrayList<>();
    double y = 0;
    for (NeuronOrder.Group group : order.groups()) {
      headings.add(new Heading(heading(group), y));
      y += HEADING;
      for (int i = 0; i < group.neurons().size(); i++) {
        int row = i / columns;
        double x = i % columns * (size + GAP);
        thumbs.add(new Thumb(group.neurons().get(i), x, y + row * (size + GAP)));
      }
      int rows = (group.neurons().size() + columns - 1) / columns;
      y += rows * (size + GAP) + GAP;
    }
    return new NeuronShelf(headings, thumbs, size, y);
  }

  public static String heading(NeuronOrder.Group group) {
    String neurons = group.neurons().size() == 1 ? "1 neuron" : group.neurons().size() + " neurons";
    return switch (group.frequency()) {
          case NeuronOrder.Group.DEAD -> "dead: ";
          case NeuronOrder.Group.NO_WAVES -> "all: ";
          default -> "frequency " + group.frequency() + ": ";
        }
        + neurons;
  }

  /** The neuron at a place, if there is one. */
  public Optional<Integer> at(double x, double y) {
    return thumbs.stream()
        .filter(thumb -> x >= thumb.x && x < thumb.x + size && y >= thumb.y && y < thumb.y + size)
        .map(Thumb::neuron)
        .findFirst();
  }

  /** The thumbnails of which something lies between two heights. */
  public List<Thumb> between(double top, double bottom) {
    return thumbs.stream().filter(thumb -> thumb.y + size > top && thumb.y < bottom).toList();
  }
}
