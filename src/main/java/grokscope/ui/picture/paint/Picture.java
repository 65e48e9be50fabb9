package grokscope.ui.picture.paint;

import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.ui.color.PictureColors;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** One way to look at a network. FX thread only. */
public interface Picture {
  /** What can be chosen about it, from left to right; may be empty. */
  List<Node> controls();

  /** What it draws on; fills the space that is left. */
  Node drawing();

  /** Forgets the run before: from now on it shows this one, of which nothing is known yet. */
  void begin(Subject subject);

  /** What it needs of the current network; nothing when its subject is known not to have it. */
  Optional<SnapshotRequest> request();

  /** Draws the answer to its request, or says why there is nothing to draw. */
  void show(Snapshot snapshot);

  /** Whether it shows a network; otherwise it is of many runs, and asks for nothing. */
  default boolean ofNetwork() {
    return true;
  }

  /** Its subject's profiles have grown. */
  default void profiled() {}

  /** Draws everything in other colours. */
  void restyle(PictureColors pictureColors);
}
