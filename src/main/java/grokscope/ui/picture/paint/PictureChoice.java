package grokscope.ui.picture.paint;

import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.ui.color.PictureColors;
import grokscope.ui.control.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Several pictures in one tab, of which the run decides which one is shown. FX thread only. */
public final class PictureChoice implements Picture {
  private final List<Way> ways;
  private final StackPane drawing = new StackPane();
  private int chosen;

  /**
   * A picture for some runs.
   *
   * @param fits whether it can show a run
   * @param picture is shown of these
   */
  public record Way(Predicate<Subject> fits, Picture picture) {}

  /**
   * A choice.
   *
   * @param ways the first that fits is shown; the first of all where none does
   */
  public PictureChoice(Way... ways) {
    this.ways = List.of(ways);
    this.ways.forEach(way -> drawing.getChildren().add(way.picture().drawing()));
    reveal();
  }

  private void reveal() {
    for (int i = 0; i < ways.size(); i++) {
      boolean shown = i == chosen;
      Picture picture = ways.get(i).picture();
      Visibility.reveal(picture.drawing(), shown);
      picture.controls().forEach(control -> Visibility.reveal(control, shown));
    }
  }

  private Picture now() {
    return ways.get(chosen).picture();
  }

  @Override
  public List<Node> controls() {
    return ways.stream().flatMap(way -> way.picture().controls().stream()).toList();
  }

  @Override
  public Node drawing() {
    return drawing;
  }

  @Override
  public void begin(Subject subject) {
    chosen =
        IntStream.range(0, ways.size())
            .filter(i -> ways.get(i).fits().test(subject))
            .findFirst()
            .orElse(0);
    reveal();
    now().begin(subject);
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return now().request();
  }

  @Override
  public void show(Snapshot snapshot) {
    now().show(snapshot);
  }

  @Override
  public void restyle(PictureColors pictureColors) {
    ways.forEach(way -> way.picture().restyle(pictureColors));
  }
}
