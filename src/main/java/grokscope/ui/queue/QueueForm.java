package grokscope.ui.queue;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.preset.Preset;
import grokscope.config.queue.QueuePlan;
import grokscope.config.queue.Variation;
import grokscope.text.NumberText;
import grokscope.train.loop.RunRequest.Until;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Segments;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.runs.RunFacts;
import grokscope.ui.setting.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Asks which settings to vary, over which values, and with which seeds; plans the queue as it is
 * typed, and says how long it takes, or why it cannot be. It has the same size whatever it says. FX
 * thread only.
 */
public final class QueueForm extends VBox {
  private static final double WIDTH = 560;
  private static final double ROWS = 150;
  private static final double ANSWER = 70; // room for a refusal of three lines

  private final Catalog catalog;
  private final RunConfig base;
  private final VariedSettings settings;
  private final QueueEstimate estimate;
  private final VBox rows = new VBox();
  private final TextField seeds = new TextField();
  private final BooleanProperty untilGrokked = new SimpleBooleanProperty(false);
  private final Label answer = new Label();
  private final ReadOnlyObjectWrapper<Optional<Asked>> asked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int made; // rows

  /**
   * What the fields ask for.
   *
   * @param until what ends a run before its last step
   */
  public record Asked(QueuePlan plan, Until until) {}

  /**
   * A form.
   *
   * @param base what every run is but for what varies
   * @param preset what it comes from; the first of its knobs to play with is proposed
   */
  public QueueForm(Catalog catalog, RunConfig base, Preset preset, QueueEstimate estimate) {
    this.catalog = catalog;
    this.base = base;
    this.settings = new VariedSettings(catalog, base);
    this.estimate = estimate;
    getStyleClass().add("queue-form");
    setPrefWidth(WIDTH);
    rows.getStyleClass().add("variation-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefHeight(ROWS);
    scroll.setMinHeight(ROWS);
    Button more = new Button("Another setting", new FontIcon(Feather.PLUS));
    more.getStyleClass().addAll("small", "flat");
    more.setOnAction(click -> add(next()));
    Accessible.as(more, "queue-add", "Vary one more setting: every combination is run");
    seeds.setText(String.valueOf(base.seed()));
    seeds.setPromptText("0-4");
    Accessible.as(seeds, "queue-seeds", "Seeds with commas between them, or a range such as 0-4");
    answer.setId("queue-answer");
    answer.setWrapText(true);
    answer.setAlignment(Pos.TOP_LEFT);
    answer.setMinHeight(ANSWER);
    answer.setPrefHeight(ANSWER);
    answer.setMaxHeight(ANSWER);
    HBox vary = new HBox(new Label("Vary"), more);
    vary.setAlignment(Pos.CENTER_LEFT);
    vary.getStyleClass().add("queue-line");
    getChildren().addAll(vary, scroll, line("Seeds", seeds), line("Each run", until()), answer);
    seeds.textProperty().addListener(change -> update());
    untilGrokked.addListener(change -> update());
    add(
        preset.focus().stream()
            .filter(settings::varies)
            .findFirst()
            .orElse(SettingPaths.TRAIN_FRACTION));
  }

  /**
   * Asks for a queue.
   *
   * @param draft what its runs are variations of
   * @param runs what is known of the runs of this machine, the latest first
   */
  public static Optional<Asked> ask(
      Dialogs dialogs, Catalog catalog, Draft draft, List<RunFacts> runs) {
    Preset preset = draft.preset();
    QueueForm form = new QueueForm(catalog, draft.config(), preset, QueueEstimate.of(preset, runs));
    return dialogs.ask("queue", "Run a queue", "Run all", form, form.askedProperty());
  }

  private static HBox line(String words, Region control) {
    Label label = new Label(words);
    label.getStyleClass().add("queue-label");
    HBox line = new HBox(label, control);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("queue-line");
    return line;
  }

  private Segments until() {
    ToggleButton whole = new ToggleButton("all its steps");
    ToggleButton early = new ToggleButton("until it has grokked");
    return new Segments(
        untilGrokked,
        Accessible.as(whole, "queue-all-steps", "Every run does all its steps"),
        Accessible.as(
            early,
            "queue-until-grokked",
            "A run ends when its hidden examples are understood; what comes after, such as the"
                + " cleanup, is not seen"));
  }

  /** The first setting that no row has. */
  private String next() {
    List<String> taken = rows().stream().map(VariationRow::path).toList();
    return settings.groups().stream()
        .flatMap(group -> group.paths().stream())
        .filter(path -> !taken.contains(path))
        .findFirst()
        .orElse(SettingPaths.TRAIN_FRACTION);
  }

  private List<VariationRow> rows() {
    return rows.getChildren().stream().map(VariationRow.class::cast).toList();
  }

  private void add(String path) {
    rows.getChildren().add(new VariationRow(settings, ++made, path, this::update, this::remove));
    update();
  }

  private void remove(VariationRow row) {
    rows.getChildren().remove(row);
    update();
  }

  /** The queue that the fields describe; empty while they describe none. */
  public ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  private void update() {
    List<Variation> varied = new ArrayList<>();
    try {
      for (VariationRow row : rows()) {
        row.variation().ifPresent(varied::add);
      }
      varied.add(Variation.seeds(catalog, base, seeds.getText()));
      QueuePlan plan = QueuePlan.of(catalog, base, varied);
      Until until = untilGrokked.get() ? Until.GENERALIZED : Until.STEPS;
      answer.setText(estimate.words(plan, until));
      asked.set(Optional.of(new Asked(plan, until)));
    } catch (InvalidConfig refused) {
      answer.setText(NumberText.sentence(settings.inWords(refused.getMessage(), varied)));
      asked.set(Optional.empty());
    }
  }
}
