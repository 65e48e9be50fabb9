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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Every knob of the next run, drawn from the catalog: a few on top, the others under headings. FX
 * thread only.
 *
 * <p>The rows stay as long as the chosen kinds stay; otherwise only their values change.
 */
public final class ExperimentPanel extends VBox {
  private final Catalog catalog;
  private final Draft draft;
  private final KnobRows rows;
  private final ObjectProperty<Set<String>> opened;
  private final VBox content = new VBox();
  private final Label general = new Label();
  private final Button all = new Button(null, new FontIcon(Feather.CHEVRONS_DOWN));
  private final List<KnobRow> shown = new ArrayList<>();
  private final List<KnobHeading> headings = new ArrayList<>();
  private PanelPlan plan = new PanelPlan(List.of());
  private List<String> kinds = List.of();

  /**
   * The panel of a window.
   *
   * @param opened the headings that are open, to be remembered
   * @param fold the button that folds the panel
   */
  public ExperimentPanel(
      Catalog catalog,
      RunController controller,
      Draft draft,
      ObjectProperty<Set<String>> opened,
      Node fold) {
    this.catalog = catalog;
    this.draft = draft;
    this.rows = new KnobRows(catalog, controller, draft);
    this.opened = opened;
    setId("experiment");
    getStyleClass().add("experiment");
    content.getStyleClass().add("experiment-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().add("experiment-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    general.setId("config-problem");
    general.setWrapText(true);
    general.setMinHeight(USE_PREF_SIZE);
    general.getStyleClass().add("knob-problem");
    VBox foot = new VBox(new WhoseSettings(controller.runs()), general);
    foot.getStyleClass().add("experiment-foot");
    getChildren().addAll(title(fold), scroll, foot);
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

  private HBox title(Node fold) {
    Label title = new Label("EXPERIMENT");
    title.getStyleClass().add("panel-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    all.getStyleClass().addAll("button-icon", "flat", "fold-button");
    all.setOnAction(click -> openAll(headings.stream().anyMatch(heading -> !heading.isOpen())));
    Accessible.as(all, "headings-all", "");
    HBox box = new HBox(title, gap, all, fold);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("experiment-title");
    return box;
  }

  private void openAll(boolean now) {
    headings.forEach(heading -> heading.open(now));
    remember();
  }

  /** Takes down which headings are open; those of other kinds of task and network stay. */
  private void remember() {
    Set<String> now = new LinkedHashSet<>(opened.get());
    for (KnobHeading heading : headings) {
      if (heading.isOpen()) {
        now.add(heading.title());
      } else {
        now.remove(heading.title());
      }
    }
    opened.set(now);
    describeAll();
  }

  private void describeAll() {
    boolean folded = headings.stream().anyMatch(heading -> !heading.isOpen());
    all.setGraphic(new FontIcon(folded ? Feather.CHEVRONS_DOWN : Feather.CHEVRONS_UP));
    Accessible.describe(all, folded ? "Unfold all headings" : "Fold all headings");
  }

  private void show() {
    PanelPlan wanted = PanelPlan.of(catalog, draft.config(), draft.preset().focus());
    List<String> chosen = catalog.sections().stream().map(this::chosenKind).toList();
    if (!wanted.equals(plan) || !chosen.equals(kinds)) {
      plan = wanted;
      kinds = chosen;
      build();
    }
    Preset preset = draft.preset();
    shown.forEach(row -> row.show(preset.focus().contains(row.path())));
    for (int i = 0; i < headings.size(); i++) {
      mark(headings.get(i), plan.groups().get(i + plan.groups().size() - headings.size()).paths());
    }
    String sentence = draft.problems().getOrDefault("", "");
    general.setText(sentence);
    Visibility.reveal(general, !sentence.isEmpty());
  }

  /** A knob that has to be mended is not left under a folded heading. */
  private void mark(KnobHeading heading, List<String> paths) {
    heading.differ(paths.stream().anyMatch(draft::differsFromPreset));
    if (!heading.isOpen() && paths.stream().anyMatch(draft.problems()::containsKey)) {
      heading.open(true);
      describeAll();
    }
  }

  private String chosenKind(Section section) {
    return draft.config().section(section.path()).type();
  }

  private void build() {
    shown.clear();
    headings.clear();
    content.getChildren().clear();
    for (PanelPlan.Group group : plan.groups()) {
      VBox box = new VBox();
      box.getStyleClass().add("knob-group");
      for (String path : group.paths()) {
        KnobRow row = rows.row(path);
        shown.add(row);
        box.getChildren().add(row);
      }
      content.getChildren().add(group.title().isEmpty() ? box : heading(group.title(), box));
    }
    describeAll();
  }

  private KnobHeading heading(String title, VBox box) {
    KnobHeading heading = new KnobHeading(title, box, this::remember);
    heading.open(opened.get().contains(title));
    headings.add(heading);
    return heading;
  }
}
