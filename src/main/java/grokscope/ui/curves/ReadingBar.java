package grokscope.ui.curves;

import grokscope.run.weights.RankedWeights;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.ComboBoxes;
import grokscope.ui.control.Visibility;
import grokscope.ui.session.OpenedWeights;
import grokscope.ui.session.WeightsActions;
import grokscope.ui.session.WeightsFile;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What the weights of a file are taken for, what else they may be, and what can be done with them.
 * FX thread only.
 */
final class ReadingBar extends VBox {
  private final WeightsActions actions;
  private final ComboBox<RankedWeights.Tried> readings =
      ComboBoxes.of(
          "readings",
          "The network and the task that these weights are taken for; what answers most examples"
              + " correctly is chosen first",
          this::words,
          this::choose);
  private final Label only = new Label();
  private final Label source = new Label();
  private Optional<OpenedWeights> shown = Optional.empty();
  private @Nullable WeightsFile file; // whose readings are listed

  ReadingBar(WeightsActions actions) {
    this.actions = actions;
    setId("reading-bar");
    getStyleClass().add("reading-bar");
    readings.setMaxWidth(Double.MAX_VALUE);
    readings.setMinWidth(0);
    HBox.setHgrow(readings, Priority.ALWAYS);
    only.setId("reading");
    only.setMinWidth(0);
    Label as = new Label("Read as");
    as.setMinWidth(Region.USE_PREF_SIZE);
    source.setId("weights-source");
    source.getStyleClass().add("weights-source");
    source.setMinWidth(0);
    Button use = new Button("Use these settings");
    use.setOnAction(click -> shown.ifPresent(actions::useSettings));
    Accessible.as(
        use,
        "weights-use",
        "Put this task and this network into the settings on the left, where a run can be started"
            + " with them; everything else there stays as it is");
    Button pairs = new Button("Load split…");
    pairs.setOnAction(click -> shown.ifPresent(actions::askForPairs));
    Accessible.as(
        pairs,
        "weights-split",
        "Open a list of the pairs that this network was trained on: a CSV file with a pair in each"
            + " line, or its number x·p + y");
    getChildren().addAll(line(as, readings, only), line(use, pairs, source));
  }

  private static HBox line(Region... parts) {
    HBox line = new HBox(parts);
    line.getStyleClass().add("reading-line");
    line.setAlignment(Pos.CENTER_LEFT);
    for (Region part : parts) {
      if (part instanceof Button button) {
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
      }
    }
    return line;
  }

  void show(OpenedWeights weights) {
    shown = Optional.empty(); // nothing is chosen by what follows
    file = weights.file();
    boolean several = file.ranking().tried().size() > 1;
    Visibility.reveal(readings, several);
    Visibility.reveal(only, !several);
    readings.getItems().setAll(file.ranking().tried());
    readings.setValue(weights.reading());
    only.setText(words(weights.reading()));
    Accessible.describe(only, only.getText());
    source.setText(source(file));
    Accessible.describe(source, source.getText());
    shown = Optional.of(weights);
  }

  private String words(RankedWeights.Tried reading) {
    String sure = // first, as the rest may be cut off
        Double.isNaN(reading.score().accuracy())
            ? ""
            : NumberText.perCent(reading.score().accuracy()) + " right: ";
    boolean given = file != null && file.given(reading);
    return sure + reading.candidate().words() + (given ? " · with your settings" : "");
  }

  private static String source(WeightsFile file) {
    String names = file.found().form().isEmpty() ? "" : " in the form of " + file.found().form();
    return file.kind()
        + names
        + file.pairs().map(pairs -> "; training pairs of " + pairs.source()).orElse("");
  }

  private void choose() {
    RankedWeights.Tried chosen = readings.getValue();
    shown
        .filter(weights -> chosen != null && !chosen.equals(weights.reading()))
        .ifPresent(weights -> actions.choose(weights, chosen));
  }
}
