package grokscope.ui.dialog;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.CountKnob;
import grokscope.config.knob.Knob;
import grokscope.config.knob.RealKnob;
import grokscope.config.knob.WholeKnob;
import grokscope.config.queue.QueuePlan;
import grokscope.config.queue.Variation;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.ComboBoxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Asks which number to vary, over which values, and with which seeds; plans the queue as it is
 * typed, and says why it cannot. FX thread only.
 */
public final class QueueForm extends VBox {
  private static final double WIDTH = 420;

  private final Catalog catalog;
  private final RunConfig base;
  private final ComboBox<String> knobs;
  private final TextField values = new TextField();
  private final TextField seeds = new TextField();
  private final Label answer = new Label();
  private final ReadOnlyObjectWrapper<Optional<QueuePlan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** A form for runs that are otherwise like {@code base}. */
  public QueueForm(Catalog catalog, RunConfig base) {
    this.catalog = catalog;
    this.base = base;
    getStyleClass().add("queue-form");
    knobs =
        ComboBoxes.of(
            "queue-knob", "The setting that takes these values in turn", this::title, this::update);
    knobs.setItems(FXCollections.observableArrayList(numbers(catalog, base)));
    knobs.setValue(SettingPaths.TRAIN_FRACTION);
    knobs.setMaxWidth(Double.MAX_VALUE);
    Accessible.as(
        values, "queue-values", "Values separated by commas; leave empty to vary nothing");
    seeds.setText(String.valueOf(base.seed()));
    seeds.setPromptText("0-4");
    Accessible.as(seeds, "queue-seeds", "Seeds separated by commas, or a range such as 0-4");
    answer.setId("queue-answer");
    answer.setWrapText(true);
    answer.setPrefWidth(WIDTH);
    answer.setMinHeight(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(
            new Label("Vary"),
            knobs,
            new Label("Values"),
            values,
            new Label("Seeds"),
            seeds,
            answer);
    values.textProperty().addListener(change -> update());
    seeds.textProperty().addListener(change -> update());
    update();
  }

  /** The settings of a config that are numbers, without the seed, which has a field of its own. */
  public static List<String> numbers(Catalog catalog, RunConfig config) {
    return catalog.paths(config).stream()
        .filter(path -> !path.equals(SettingPaths.SEED) && catalog.idle(config, path).isEmpty())
        .filter(path -> catalog.knob(config, path).filter(QueueForm::isNumber).isPresent())
        .toList();
  }

  private static boolean isNumber(Knob knob) {
    return knob instanceof WholeKnob || knob instanceof RealKnob || knob instanceof CountKnob;
  }

  /** The queue that the fields describe; empty while they describe none. */
  ReadOnlyObjectProperty<Optional<QueuePlan>> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** A setting as the panel calls it, and as files and the command line do. */
  private String title(String path) {
    return knob(path).title() + "  ·  " + path;
  }

  private Knob knob(String path) {
    return catalog.knob(base, path).orElseThrow();
  }

  private void update() {
    values.setPromptText("with commas between them; each " + knob(knobs.getValue()).allowed());
    try {
      QueuePlan typed = QueuePlan.of(catalog, base, variations());
      int count = typed.runs().size();
      answer.setText(count == 1 ? "One run." : count + " runs, one after the other.");
      plan.set(Optional.of(typed));
    } catch (InvalidConfig refused) {
      answer.setText(refused.getMessage());
      plan.set(Optional.empty());
    }
  }

  private List<Variation> variations() throws InvalidConfig {
    List<Variation> all = new ArrayList<>();
    if (!values.getText().isBlank()) {
      all.add(Variation.typed(catalog, base, knobs.getValue(), values.getText()));
    }
    all.add(Variation.seeds(catalog, base, seeds.getText()));
    return all;
  }
}
