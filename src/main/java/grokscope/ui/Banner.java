package grokscope.ui;

import grokscope.ui.words.Described;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What went wrong with a run, in words, until it is dismissed. FX thread only. */
final class Banner extends HBox {
  Banner(LabModel model) {
    setId("banner");
    getStyleClass().add("banner");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.setId("banner-text");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    words.textProperty().bind(model.troubleProperty());
    HBox.setHgrow(words, Priority.ALWAYS);
    Button dismiss = new Button(null, new FontIcon(Feather.X));
    dismiss.getStyleClass().addAll("button-icon", "flat");
    dismiss.setOnAction(click -> model.dismissTrouble());
    Described.as(dismiss, "banner-dismiss", "Dismiss this message");
    getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), words, dismiss);
    visibleProperty().bind(model.troubleProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
