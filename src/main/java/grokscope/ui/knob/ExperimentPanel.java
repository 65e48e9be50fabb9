package grokscope.ui.knob;

import grokscope.config.Catalog;
import grokscope.config.Section;
import grokscope.config.preset.Preset;
import grokscope.telemetry.RunEvent;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import grokscope.ui.session.LabEvents;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunController;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.Draft;
import grokscope.ui.setting.PanelPlan;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/**
 * Every knob of the next run, drawn from the catalog. FX thread only.
 *
 * <p>The rows stay as long as the chosen kinds stay; otherwise only their values change.
 */
public final class ExperimentPanel extends ScrollPane {
  private final Catalog catalog;
  private final Draft draft;
  private final KnobRows rows;
  private final VBox content = new VBox();
  private final Label general = new Label();
  private final WhoseSettings whose;
  private final List<KnobRow> shown = new ArrayList<>();
  private PanelPlan plan = new PanelPlan(List.of());
  private List<String> kinds = List.of();

  public ExperimentPanel(Catalog catalog, RunController controller, Draft draft) {
    this.catalog = catalog;
    this.draft = draft;
    this.rows = new KnobRows(catalog, controller, draft);
    this.whose = new WhoseSettings(controller.runs());
    setId("experiment");
    getStyleClass().add("experiment");
    content.getStyleClass().add("experiment-content");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    general.setId("config-problem");
    general.setWrapText(true);
    general.getStyleClass().add("knob-problem");
    draft.configProperty().addListener(change -> show());
    draft.problemsProperty().addListener(change -> show());
    draft.presetProperty().addListener(change -> show());
    WindowRuns runs = controller.runs();
    runs.currentProperty().addListener(change -> show());
    // The step changes all the time; what the rows say depends on whether a run is in progress.
    runs.progressProperty()
        .addListener(
            (property, before, now) -> {
              if (before.state() != now.state()) {
                show();
              }
            });
    runs.listen(
        new LabEvents() {
          @Override
          public void onEvent(LabRun run, RunEvent event) {
            if (event instanceof RunEvent.KnobTurned || event instanceof RunEvent.KnobRefused) {
              show(); // a value that was refused waits for the next run
            }
          }
        });
    show();
  }

  private void show() {
    PanelPlan wanted = PanelPlan.of(catalog, draft.config());
    List<String> chosen = catalog.sections().stream().map(this::chosenKind).toList();
    if (!wanted.equals(plan) || !chosen.equals(kinds)) {
      plan = wanted;
      kinds = chosen;
      build();
    }
    Preset preset = draft.preset();
    shown.forEach(row -> row.show(preset.focus().contains(row.path())));
    String sentence = draft.problems().getOrDefault("", "");
    general.setText(sentence);
    Visibility.reveal(general, !sentence.isEmpty());
  }

  private String chosenKind(Section section) {
    return draft.config().section(section.path()).type();
  }

  private void build() {
    shown.clear();
    content.getChildren().setAll(title(), whose, general);
    for (PanelPlan.Group group : plan.groups()) {
      VBox box = new VBox();
      box.getStyleClass().add("knob-group");
      for (String path : group.paths()) {
        KnobRow row = rows.row(path);
        shown.add(row);
        box.getChildren().add(row);
      }
      content.getChildren().add(group.collapsed() ? folded(group, box) : open(group, box));
    }
  }

  private static Label title() {
    Label title = new Label("EXPERIMENT");
    title.getStyleClass().add("panel-title");
    return title;
  }

  private static Node open(PanelPlan.Group group, VBox box) {
    if (!group.title().isEmpty()) {
      Label title = new Label(group.title());
      title.getStyleClass().add("group-title");
      box.getChildren().add(0, title);
    }
    return box;
  }

  private Node folded(PanelPlan.Group group, VBox box) {
    TitledPane pane = new TitledPane(group.title(), box);
    pane.getStyleClass().addAll("dense", "knob-fold");
    pane.setAnimated(false);
    boolean needed = group.paths().stream().anyMatch(path -> draft.preset().focus().contains(path));
    pane.setExpanded(needed);
    return Accessible.around(pane, "advanced", "Knobs that rarely need changing");
  }
}
