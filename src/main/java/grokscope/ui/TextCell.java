package grokscope.ui;

import java.util.function.Function;
import javafx.scene.control.TableCell;

/** Words about a run. FX thread only. */
final class TextCell extends TableCell<RunRow, RunFacts> {
  private final Function<RunFacts, String> text;

  TextCell(Function<RunFacts, String> text) {
    this.text = text;
  }

  @Override
  protected void updateItem(RunFacts run, boolean empty) {
    super.updateItem(run, empty);
    setText(empty || run == null ? null : text.apply(run));
  }
}
