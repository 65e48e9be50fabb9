package grokscope.ui;

import grokscope.ui.words.Described;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Which run of a queue goes on, and two ways out of it; not there without one. FX thread only. */
final class QueueStrip extends HBox {
  QueueStrip(RunQueue queue) {
    setId("queue-strip");
    getStyleClass().add("queue-strip");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.setId("queue-words");
    words.setMaxWidth(Double.MAX_VALUE);
    words.textProperty().bind(queue.wordsProperty());
    HBox.setHgrow(words, Priority.ALWAYS);
    Button one = new Button("Stop this");
    one.setOnAction(click -> queue.stopThis());
    Button all = new Button("Stop all");
    all.setOnAction(click -> queue.stopAll());
    Described.as(one, "queue-stop-this", "Stop this run and go on with the next one");
    Described.as(all, "queue-stop-all", "Stop this run and leave out those that wait");
    for (Button button : new Button[] {one, all}) {
      button.getStyleClass().addAll("small", "flat");
    }
    getChildren().addAll(words, one, all);
    visibleProperty().bind(queue.wordsProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
