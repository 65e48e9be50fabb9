package grokscope.ui.time;

import grokscope.ui.control.Terse;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The way through the steps with what can be done with them; while two pictures are compared, two
 * of it, one above the other, in which the same step lies at the same place. FX thread only.
 */
public final class TimeBars extends HBox {
  private final TimeTravel travel;
  private final TravelButtons buttons;
  private final Node end;
  private final VBox actions = new VBox();

  /**
   * The bars.
   *
   * @param end what stands at the end of the first line
   */
  public TimeBars(TimeTravel travel, TravelButtons buttons, Node end) {
    this.travel = travel;
    this.buttons = buttons;
    this.end = end;
    getStyleClass().add("time-bars");
    actions.setAlignment(Pos.CENTER_LEFT);
    setAlignment(Pos.CENTER_LEFT);
    TimeBar left = travel.leftBar();
    left.visibleProperty().bind(travel.comparingProperty());
    left.managedProperty().bind(left.visibleProperty());
    VBox bars = new VBox(left, travel.bar());
    HBox.setHgrow(bars, Priority.ALWAYS);
    getChildren().addAll(bars, actions);
    travel.comparingProperty().addListener(change -> show());
    show();
  }

  /** Whether the buttons have their words, for which there must be room. */
  public void spell(boolean words) {
    List<Labeled> signed =
        Stream.of(buttons.all(), buttons.comparison(), buttons.others())
            .flatMap(List::stream)
            .filter(Labeled.class::isInstance)
            .map(Labeled.class::cast)
            .filter(button -> button.getGraphic() != null) // the others have nothing but words
            .toList();
    Terse.show(signed, words);
  }

  /** Beside one bar everything is in one line. */
  private void show() {
    if (travel.comparingProperty().get()) {
      HBox first = line(buttons.comparison());
      first.getChildren().add(end);
      actions.getChildren().setAll(first, line(buttons.others()));
    } else {
      HBox only = line(buttons.all());
      only.getChildren().add(end);
      actions.getChildren().setAll(only);
    }
  }

  private static HBox line(List<Node> nodes) {
    HBox line = new HBox();
    line.getStyleClass().add("time-actions");
    line.setAlignment(Pos.CENTER_LEFT);
    line.getChildren().addAll(nodes);
    return line;
  }
}
