package grokscope.ui.runs;

import grokscope.ui.control.Accessible;
import grokscope.ui.term.Terms;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Explains the columns of the list of runs where their heads are. Stateless; FX thread only. */
final class ColumnHeads {
  private static final String SHOWN = "runs-shown";

  private ColumnHeads() {}

  /**
   * Gives the head of every column a tooltip of its own. It hangs on a label in place of the text,
   * which stays for screen readers; the style sheet shows the label alone.
   */
  static void explain(Iterable<? extends TableColumn<?, ?>> columns) {
    for (TableColumn<?, ?> column : columns) {
      String id = column.getId();
      String about = about(id.substring(id.indexOf('-') + 1));
      Label head = new Label(column.getText());
      if (Terms.known(column.getText())) {
        Terms.underline(head);
      }
      if (id.equals(SHOWN)) {
        head.setText("");
        head.setGraphic(new FontIcon(Feather.EYE));
      }
      column.setGraphic(Accessible.above(head, id + "-head", about));
    }
  }

  /** What a column says of a run, by the end of its id. */
  private static String about(String column) {
    return switch (column) {
      case "shown" ->
          "The colour of the run, and whether its curves are in the charts. A click on an eye opens"
              + " or closes it. Half open are earlier runs that are drawn because nothing else was"
              + " chosen.";
      case "number" ->
          "The number of the run among all of this folder of runs. It is never given again.";
      case "star" -> "Runs you starred, so that you find them again.";
      case "name" ->
          "The name you gave the run, or that of its preset, and in what it differs from the"
              + " preset.";
      case "task" -> "What the network had to learn.";
      case "data" ->
          "The share of the examples that it was trained on. An arrow leads to what this was"
              + " turned to during the run.";
      case "decay" -> "Weight decay. An arrow leads to what this was turned to during the run.";
      case "seed" -> "The seed of everything random in the run.";
      case "memorised" ->
          "The step at which train accuracy reached 99 % and stayed there. Two numbers are the"
              + " evaluations before and after it.";
      case "generalised" ->
          "The step at which test accuracy reached its threshold, for most tasks 99 %, and"
              + " stayed there. Two numbers are the evaluations before and after it.";
      case "delay" ->
          "Generalised ÷ memorised: 10 means that the hidden examples took ten times as many"
              + " steps as the training examples. Near 1 there was no delay; a long one is"
              + " what is called grokking.";
      case "accuracy" ->
          "Test accuracy at the last evaluation: the share of hidden examples answered"
              + " correctly.";
      case "norm" ->
          "Weight norm: the sum of the squares of all weights and biases, at the last"
              + " evaluation.";
      case "time" -> "How long the run has trained, pauses left out.";
      case "size" -> "How much room the run takes on the disk, most of it for its checkpoints.";
      case "note" -> "What you noted about the run.";
      case "folder" -> "The folder in which the run is.";
      case "computed" -> "With what the run was computed, and by which version of the program.";
      case "state" -> "What the run is doing, or how it ended.";
      default -> throw new IllegalArgumentException("no words for the column " + column);
    };
  }
}
