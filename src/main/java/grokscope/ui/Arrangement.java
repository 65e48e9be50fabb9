package grokscope.ui;

import grokscope.ui.bar.MessageLine;
import grokscope.ui.bar.TopBar;
import grokscope.ui.control.LayoutRoot;
import grokscope.ui.knob.ExperimentPanel;
import grokscope.ui.runs.RunListPane;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The parts of the window in their places: run bar and message line at the top, settings at the
 * left, curves and picture in the middle, the list of runs at the bottom. On a screen that is too
 * small for all of it, it scrolls. FX thread only.
 */
final class Arrangement {
  private static final double LEAST_WIDTH = 1008;
  private static final double LEAST_HEIGHT = 640;

  private final Pane root;
  private final Folds folds;
  private final CenterPane center;
  private final RunSplit split;
  private double em = TextSize.pixels(1);

  /**
   * Puts the parts into a window's root, which other things may lie over.
   *
   * @param root fills the window
   */
  Arrangement(
      Pane root,
      TopBar top,
      MessageLine message,
      ExperimentPanel experiment,
      CenterPane center,
      RunListPane list,
      Folds folds,
      WindowMemory memory) {
    this.folds = folds;
    this.center = center;
    this.root = root;
    root.getStyleClass().add("lab");
    root.setFocusTraversable(false);
    root.setOnMousePressed(click -> root.requestFocus()); // a click beside a field leaves the field
    LayoutRoot settings = new LayoutRoot(experiment);
    settings.visibleProperty().bind(folds.folded(Fold.SETTINGS).not());
    settings.managedProperty().bind(settings.visibleProperty());
    Button side = SideStrip.upright(folds.strip(Fold.SETTINGS, Feather.CHEVRON_DOWN));
    BorderPane above = new BorderPane(center);
    above.setLeft(new StackPane(settings, side));
    above.setMinWidth(0);
    list.begin(folds.button(Fold.LIST, Feather.CHEVRON_DOWN, Feather.CHEVRON_UP));
    split = new RunSplit(above, new LayoutRoot(list), folds.folded(Fold.LIST), memory.listHeight());
    split.setMinWidth(0);
    BorderPane content = new BorderPane(split);
    content.setTop(new VBox(top, message));
    content.setBottom(folds.strip(Fold.LIST, Feather.CHEVRON_UP));
    content.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().addAll("edge-to-edge", "window-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    root.getChildren().add(0, scroll);
    root.widthProperty().addListener(change -> measure());
    root.heightProperty().addListener(change -> measure());
  }

  /** Folds by the size of the root, which the window sets between two layouts, never in one. */
  private void measure() {
    if (root.getWidth() > 0 && root.getHeight() > 0) {
      folds.room(root.getWidth() / em, root.getHeight() / em);
    }
  }

  /** Follows the text size, of which this is one em in pixels. */
  void scale(double pixels) {
    em = pixels;
    split.scale(pixels);
    LayoutRoot.measureAgain(root);
    measure();
  }

  /** Takes down what was dragged. */
  void remember() {
    center.remember();
  }
}
