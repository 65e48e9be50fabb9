package grokscope.ui.runs;

import grokscope.ui.control.Accessible;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

/** Explains the columns of the list of runs where their heads are. Stateless; FX thread only. */
final class ColumnHeads {
  /** What a column says of a run, by the end of its id. */
  private static final Map<String, String> ABOUT =
      Map.ofEntries(
          Map.entry("shown", "Checked runs are drawn behind the live one."),
          Map.entry("number", "The number of a run of this window; stored runs have none."),
          Map.entry("star", "Runs you starred, so that you find them again."),
          Map.entry("name", "The name you gave the run, or that of its preset."),
          Map.entry("task", "What the network had to learn."),
          Map.entry(
              "data",
              "The share of the examples that it was trained on. An arrow leads to what this was"
                  + " turned to during the run."),
          Map.entry(
              "decay", "Weight decay. An arrow leads to what this was turned to during the run."),
          Map.entry("seed", "The seed of everything random in the run."),
          Map.entry(
              "memorised",
              "The step at which train accuracy reached 99 % and stayed there. Two numbers are the"
                  + " evaluations before and after it."),
          Map.entry(
              "generalised",
              "The step at which test accuracy reached its threshold, for most tasks 99 %, and"
                  + " stayed there. Two numbers are the evaluations before and after it."),
          Map.entry(
              "delay",
              "Generalised ÷ memorised: 10× means that the hidden examples took ten times as many"
                  + " steps as the training examples. Near 1× there was no delay; a long one is"
                  + " what is called grokking."),
          Map.entry(
              "accuracy",
              "Test accuracy at the last evaluation: the share of hidden examples answered"
                  + " correctly."),
          Map.entry(
              "norm",
              "Weight norm: the sum of the squares of all weights and biases, at the last"
                  + " evaluation."),
          Map.entry("time", "How long the run trained."),
          Map.entry("state", "What the run is doing, or how it ended."));

  private ColumnHeads() {}

  /**
   * Gives the head of every column a tooltip of its own. It hangs on a label in place of the text,
   * which stays for screen readers; the style sheet shows the label alone.
   */
  static void explain(Iterable<? extends TableColumn<?, ?>> columns) {
    for (TableColumn<?, ?> column : columns) {
      String id = column.getId();
      String about = Objects.requireNonNull(ABOUT.get(id.substring(id.indexOf('-') + 1)), id);
      Label head = new Label(column.getText());
      column.setGraphic(Accessible.as(head, id + "-head", about));
    }
  }
}
