package grokscope.ui;

import grokscope.ui.control.LayoutRoot;
import grokscope.ui.curves.CurvesPane;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.time.TimeBars;
import grokscope.ui.time.TimeTravel;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The curves, beside them the picture that is chosen, the tabs to choose it with, and the way
 * through its steps; while two steps are compared, another picture in the place of the curves. FX
 * thread only.
 */
final class CenterPane extends VBox {
  private static final double NARROWEST = 260;
  private static final double WORDED = 66; // from this width in em on the time bar has words

  private final PictureDeck pictures;
  private final TimeTravel travel;
  private final LayoutRoot curves;
  private final LayoutRoot picture;
  private final LayoutRoot others;
  private final SplitPane split = new SplitPane();
  private final DoubleProperty divider;

  /**
   * The centre of the window.
   *
   * @param bars the way through the steps
   * @param more what stands at the end of the row of tabs
   * @param divider where the curves end and the picture begins, from 0 to 1
   */
  CenterPane(
      CurvesPane curves,
      TimeTravel travel,
      TimeBars bars,
      List<? extends Node> more,
      Folds folds,
      DoubleProperty divider) {
    this.travel = travel;
    this.pictures = travel.pictures();
    this.divider = divider;
    this.curves = new LayoutRoot(curves);
    this.picture = new LayoutRoot(titled(pictures, "right-title", travel.rightWords()));
    this.others = new LayoutRoot(titled(travel.others(), "left-title", travel.leftWords()));
    getStyleClass().add("centre-pane");
    this.curves.setMinWidth(NARROWEST);
    picture.setMinWidth(NARROWEST);
    others.setMinWidth(NARROWEST);
    split.getStyleClass().add("picture-split");
    split.setMinHeight(0);
    VBox.setVgrow(split, Priority.ALWAYS);
    TabRow tabs = new TabRow(pictures.chosenProperty());
    HBox.setHgrow(tabs, Priority.ALWAYS);
    HBox row = new HBox(tabs);
    row.getChildren().addAll(more);
    row.getStyleClass().add("tab-row");
    row.setAlignment(Pos.CENTER_LEFT);
    bars.visibleProperty().bind(folds.folded(Fold.TIME).not());
    bars.managedProperty().bind(bars.visibleProperty());
    Button strip = folds.strip(Fold.TIME, Feather.CHEVRON_UP);
    getChildren().addAll(row, split, bars, strip);
    setMinWidth(0);
    widthProperty().addListener(change -> fit(bars, strip));
    strip.fontProperty().addListener(change -> fit(bars, strip));
    pictures.chosenProperty().addListener((property, before, id) -> choose(id));
    pictures.obstaclesProperty().addListener((property, before, now) -> tabs.describe(now));
    travel.comparingProperty().addListener(change -> show());
    show();
  }

  /** While two pictures stand beside each other, each says whose it is. */
  private VBox titled(PictureDeck deck, String id, ReadOnlyStringProperty words) {
    Label title = new Label();
    title.setId(id);
    title.getStyleClass().add("side-title");
    title.textProperty().bind(words);
    title.visibleProperty().bind(travel.comparingProperty());
    title.managedProperty().bind(title.visibleProperty());
    VBox.setVgrow(deck, Priority.ALWAYS);
    VBox titled = new VBox(title, deck);
    titled.setMinSize(0, 0);
    return titled;
  }

  private void fit(TimeBars bars, Labeled some) {
    bars.spell(getWidth() >= WORDED * some.getFont().getSize());
  }

  /** Without a picture of a network there is nothing to compare. */
  private void choose(String id) {
    if (!pictures.showsNetwork()) {
      travel.comparingProperty().set(false);
    } else {
      travel.others().chosenProperty().set(id);
    }
    show();
  }

  private void show() {
    remember();
    boolean alone = pictures.chosenProperty().get().equals(PictureDeck.NONE);
    Node left = travel.comparingProperty().get() ? others : curves;
    List<Node> wanted = alone ? List.of(curves) : List.of(left, picture);
    if (!split.getItems().equals(wanted)) {
      split.getItems().setAll(wanted);
      split.setDividerPositions(divider.get());
    }
  }

  /** Takes down where the divider is, if there is one. */
  void remember() {
    if (!split.getDividers().isEmpty()) {
      divider.set(split.getDividerPositions()[0]);
    }
  }
}
