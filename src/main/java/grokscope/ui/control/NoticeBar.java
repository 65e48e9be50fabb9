package grokscope.ui.control;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Words over the whole width with buttons at their end, there only while it has something to say.
 * FX thread only.
 */
public final class NoticeBar extends HBox {
  private final Label words = new Label();
  private final Button action = new Button();

  /**
   * A bar that says nothing yet.
   *
   * @param id its id and its style class; its parts have ids that begin with it
   */
  public NoticeBar(String id) {
    setId(id);
    getStyleClass().add(id);
    setAlignment(Pos.CENTER_LEFT);
    words.setId(id + "-text");
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    action.getStyleClass().add("small");
    action.setMinWidth(USE_PREF_SIZE);
    Visibility.reveal(action, false);
    getChildren().addAll(words, action);
    visibleProperty().bind(words.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  /** What it says; it is there while this is not empty. */
  public StringProperty wordsProperty() {
    return words.textProperty();
  }

  /** Breaks its words into lines where they are too long for one. */
  public void wrap() {
    words.setWrapText(true);
  }

  /** Puts a sign before its words. */
  public void begin(Node sign) {
    getChildren().add(0, sign);
  }

  /** Puts buttons at its end. */
  public void add(Node... buttons) {
    getChildren().addAll(buttons);
  }

  /**
   * Puts the button at its end that dismisses what it says.
   *
   * @param classes further style classes of the button
   */
  public void addDismissal(Runnable dismissed, String... classes) {
    Button dismiss = new Button(null, new FontIcon(Feather.X));
    dismiss.getStyleClass().addAll("button-icon", "flat");
    dismiss.getStyleClass().addAll(classes);
    dismiss.setOnAction(click -> dismissed.run());
    add(Accessible.as(dismiss, getId() + "-dismiss", "Dismiss this message"));
  }

  /** Says something. */
  public void say(String sentence) {
    offer(sentence, "", () -> {});
  }

  /** Says something, with a button that does something about it and dismisses it. */
  public void offer(String sentence, String title, Runnable doing) {
    words.setText(sentence);
    Accessible.describe(words, sentence);
    action.setText(title);
    Visibility.reveal(action, !title.isEmpty());
    Accessible.as(action, getId() + "-action", title);
    action.setOnAction(
        click -> {
          words.setText("");
          doing.run();
        });
  }
}
