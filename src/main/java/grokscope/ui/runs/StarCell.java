package grokscope.ui.runs;

import grokscope.ui.control.Accessible;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Whether a run stands out. FX thread only. */
final class StarCell extends TableCell<RunRow, RunFacts> {
  private final Button star = new Button();

  StarCell(Consumer<RunRow> clicked) {
    Accessible.around(star, "run-star", "Star or unstar this run"); // a tooltip would cover rows
    star.getStyleClass().setAll("run-star");
    star.setFocusTraversable(false);
    star.setOnAction(click -> clicked.accept(getTableRow().getItem()));
  }

  @Override
  protected void updateItem(@Nullable RunFacts run, boolean empty) {
    super.updateItem(run, empty);
    Optional<RunFacts> shown =
        Optional.ofNullable(empty ? null : run)
            .filter(facts -> facts.folder().isPresent() && !facts.broken());
    setGraphic(shown.isPresent() ? star : null);
    star.setText(shown.filter(facts -> facts.remarks().star()).isPresent() ? "★" : "☆");
  }
}
