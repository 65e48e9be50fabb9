package grokscope.ui.runs;

import grokscope.ui.control.Accessible;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;

/** Whether a run stands out. FX thread only. */
final class StarCell extends TableCell<RunRow, RunFacts> {
  private final Button star = new Button();

  StarCell(Consumer<RunRow> clicked) {
    Accessible.as(star, "run-star", "Star or unstar this run");
    star.getStyleClass().setAll("run-star");
    star.setFocusTraversable(false);
    star.setOnAction(click -> clicked.accept(getTableRow().getItem()));
  }

  @Override
  protected void updateItem(RunFacts run, boolean empty) {
    super.updateItem(run, empty);
    boolean shown = !empty && run != null && run.folder().isPresent() && !run.broken();
    setGraphic(shown ? star : null);
    star.setText(shown && run.remarks().star() ? "★" : "☆");
  }
}
