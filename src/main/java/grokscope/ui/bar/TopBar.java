package grokscope.ui.bar;

import grokscope.ui.control.LayoutRoot;
import grokscope.ui.control.Terse;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The bar at the top of the window: preset, run, and what is about the window. FX thread only. */
public final class TopBar extends HBox {
  private static final double ICON_SIZE = 22;
  private static final double NAMED = 88; // from this width in em on there is room for the name

  private final Label name;

  /**
   * A bar.
   *
   * @param end what stands at its end
   */
  public TopBar(Image icon, PresetBox presets, RunBar run, List<? extends Node> end) {
    ImageView sign = new ImageView(icon);
    sign.setFitWidth(ICON_SIZE);
    sign.setFitHeight(ICON_SIZE);
    name = new Label("Grokscope", sign);
    name.getStyleClass().add("app-name");
    name.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("run-bar");
    setAlignment(Pos.CENTER_LEFT);
    LayoutRoot controls = new LayoutRoot(run);
    HBox.setHgrow(controls, Priority.ALWAYS);
    HBox last = new HBox();
    last.getChildren().addAll(end);
    last.setAlignment(Pos.CENTER_RIGHT);
    last.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(name, presets, controls, last);
    widthProperty().addListener(change -> fit());
    name.fontProperty().addListener(change -> fit());
  }

  private void fit() {
    boolean room = getWidth() >= NAMED * name.getFont().getSize();
    Terse.show(List.of(name), room);
  }
}
