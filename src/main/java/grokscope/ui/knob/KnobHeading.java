package grokscope.ui.knob;

import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Some knobs under a heading that folds them. FX thread only. */
final class KnobHeading extends VBox {
  private final String title;
  private final ToggleButton head;
  private final VBox rows;
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
  private final Region dot = new Region();
  private boolean different;

  /**
   * A folded heading.
   *
   * @param toggled is called when somebody has opened or folded it
   */
  KnobHeading(String title, VBox rows, Runnable toggled) {
    this.title = title;
    this.rows = rows;
    dot.getStyleClass().add("edited-dot");
    dot.setVisible(false);
    head = new ToggleButton(title);
    head.getStyleClass().addAll("knob-heading");
    head.setMaxWidth(Double.MAX_VALUE);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setOnAction(
        click -> {
          open(head.isSelected());
          toggled.run();
        });
    head.setId("heading-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
    HBox graphic = new HBox(arrow, dot);
    graphic.setAlignment(Pos.CENTER_LEFT);
    graphic.getStyleClass().add("knob-heading-signs");
    head.setGraphic(graphic);
    getChildren().addAll(head, rows);
    open(false);
  }

  String title() {
    return title;
  }

  boolean isOpen() {
    return head.isSelected();
  }

  /** Shows its knobs, or folds them. */
  void open(boolean now) {
    head.setSelected(now);
    arrow.setIconCode(now ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    Visibility.reveal(rows, now);
    describe();
  }

  /** Says whether one of its knobs is not as in the preset. */
  void differ(boolean now) {
    different = now;
    dot.setVisible(now);
    describe();
  }

  private void describe() {
    Accessible.describe(
        head,
        (isOpen() ? "Fold: " : "Unfold: ")
            + title
            + (different ? ". Something in it differs from the preset." : ""));
  }
}
