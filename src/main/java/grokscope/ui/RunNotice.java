package grokscope.ui;

import grokscope.ui.words.Described;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What came of something that was done with runs, and one thing to do about it. FX thread only. */
final class RunNotice extends HBox {
  private final Label words = new Label();
  private final Button action = new Button();

  RunNotice() {
    setId("run-notice");
    getStyleClass().add("run-notice");
    setAlignment(Pos.CENTER_LEFT);
    words.setId("run-notice-text");
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    action.getStyleClass().add("small");
    action.setMinWidth(USE_PREF_SIZE);
    Button dismiss = new Button(null, new FontIcon(Feather.X));
    dismiss.getStyleClass().addAll("button-icon", "flat", "small");
    dismiss.setOnAction(click -> show(false));
    Described.as(dismiss, "run-notice-dismiss", "Dismiss this message");
    getChildren().addAll(words, action, dismiss);
    show(false);
  }

  /** Says something. */
  void say(String sentence) {
    offer(sentence, "", () -> {});
  }

  /** Says something, with a button that does something about it. */
  void offer(String sentence, String title, Runnable doing) {
    words.setText(sentence);
    words.setTooltip(Described.tooltip(sentence));
    action.setText(title);
    action.setVisible(!title.isEmpty());
    action.setManaged(!title.isEmpty());
    Described.as(action, "run-notice-action", title);
    action.setOnAction(
        click -> {
          show(false);
          doing.run();
        });
    show(true);
  }

  private void show(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
