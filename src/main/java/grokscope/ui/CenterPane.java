package grokscope.ui;

import grokscope.ui.control.Accessible;
import grokscope.ui.control.LayoutRoot;
import grokscope.ui.curves.CurvesPane;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.time.TimeBar;
import grokscope.ui.time.TimeTravel;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The curves, beside them the picture that is chosen, the tabs to choose it with, and the way
 * through its steps; while two steps are compared, another picture in the place of the curves. FX
 * thread only.
 */
final class CenterPane extends VBox {
  private static final double NARROWEST = 260;
  private static final PseudoClass INAPPLICABLE = PseudoClass.getPseudoClass("inapplicable");

  private final PictureDeck pictures;
  private final TimeTravel travel;
  private final LayoutRoot curves;
  private final LayoutRoot picture;
  private final LayoutRoot others;
  private final FlowPane tabs = new FlowPane();
  private final SplitPane split = new SplitPane();
  private double divider = 0.5;

  /**
   * The centre of the window.
   *
   * @param bar the way through the steps
   * @param more what stands at the end of the row of tabs
   */
  CenterPane(CurvesPane curves, TimeTravel travel, TimeBar bar, Node more) {
    this.travel = travel;
    this.pictures = travel.pictures();
    this.curves = new LayoutRoot(curves);
    this.picture = new LayoutRoot(pictures);
    this.others = new LayoutRoot(travel.others());
    getStyleClass().add("centre-pane");
    this.curves.setMinWidth(NARROWEST);
    picture.setMinWidth(NARROWEST);
    others.setMinWidth(NARROWEST);
    split.getStyleClass().add("picture-split");
    split.setMinHeight(0);
    tabs.getStyleClass().add("tabs");
    List<PictureDeck.Tab> all = PictureDeck.tabs();
    for (int i = 0; i < all.size(); i++) {
      tabs.getChildren().add(tab(all.get(i), i + 1));
    }
    HBox.setHgrow(tabs, Priority.ALWAYS);
    HBox row = new HBox(tabs, more);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(split, Priority.ALWAYS);
    TimeBar earlier = travel.earlierBar();
    earlier.visibleProperty().bind(travel.comparingProperty());
    earlier.managedProperty().bind(earlier.visibleProperty());
    getChildren().addAll(row, split, earlier, bar);
    pictures.chosenProperty().addListener((property, before, id) -> choose(id));
    pictures.obstaclesProperty().addListener((property, before, now) -> describe());
    travel.comparingProperty().addListener(change -> show());
    mark(pictures.chosenProperty().get());
    show();
  }

  private ToggleButton tab(PictureDeck.Tab tab, int number) {
    ToggleButton button = new ToggleButton(tab.title());
    button.getStyleClass().addAll("small", "tab-button");
    button.setUserData(tab.id());
    button.setOnAction(
        click -> {
          pictures.chosenProperty().set(tab.id());
          mark(tab.id()); // a click on the chosen one would otherwise let it go
        });
    return Accessible.as(button, "tab-" + tab.id(), words(tab, number));
  }

  private static String words(PictureDeck.Tab tab, int number) {
    return tab.sentence() + (number <= Shortcuts.TABS ? " (Ctrl+" + number + ")" : "");
  }

  /** Dims the tabs with nothing to show of the run; they can be chosen, and then say why. */
  private void describe() {
    Map<String, String> obstacles = pictures.obstaclesProperty().get();
    List<PictureDeck.Tab> all = PictureDeck.tabs();
    for (int i = 0; i < all.size(); i++) {
      Node tab = tabs.getChildren().get(i);
      String obstacle = obstacles.get(all.get(i).id());
      tab.pseudoClassStateChanged(INAPPLICABLE, obstacle != null);
      String words = words(all.get(i), i + 1);
      Accessible.describe(tab, obstacle == null ? words : words + ". " + obstacle);
    }
  }

  /** Without a picture there is nothing to compare. */
  private void choose(String id) {
    mark(id);
    if (id.equals(PictureDeck.NONE)) {
      travel.comparingProperty().set(false);
    } else {
      travel.others().chosenProperty().set(id);
    }
    show();
  }

  private void show() {
    if (!split.getDividers().isEmpty()) {
      divider = split.getDividerPositions()[0];
    }
    boolean alone = pictures.chosenProperty().get().equals(PictureDeck.NONE);
    Node left = travel.comparingProperty().get() ? others : curves;
    List<Node> wanted = alone ? List.of(curves) : List.of(left, picture);
    if (!split.getItems().equals(wanted)) {
      split.getItems().setAll(wanted);
      split.setDividerPositions(divider);
    }
  }

  private void mark(String id) {
    for (Node tab : tabs.getChildren()) {
      ((ToggleButton) tab).setSelected(id.equals(tab.getUserData()));
    }
  }
}
