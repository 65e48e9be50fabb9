package grokscope.ui.figure;

import grokscope.config.InvalidConfig;
import grokscope.figure.ink.Typeface;
import grokscope.figure.print.FigureSpec;
import grokscope.figure.print.FigureSpecFormat;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Asks how a figure is to be saved: as what, how wide, in which type and look, with which panels. A
 * preview follows what is typed; what cannot be is said in a sentence. FX thread only.
 */
final class FigureForm extends HBox {

  private final FigureDraft draft;
  private final Supplier<Optional<FigureSpec>> load;
  private final BiConsumer<String, FigureSpec> store;
  private final FigurePreview preview;
  private final Typeface face;
  private final PageFields page;
  private final TextField caption;
  private final Map<String, CheckBox> panels = new LinkedHashMap<>();
  private final CheckBox phases = box("Phases", "figure-phases", "Tint the phases of the run");
  private final CheckBox marks =
      box("What happened", "figure-marks", "Mark what the run reached, and turned knobs");
  private final CheckBox legend = box("Legend", "figure-legend", "Say which line is which run");
  private final Label answer = new Label();
  private final ReadOnlyObjectWrapper<Optional<FigureSpec>> agreed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private FigureSpec shown; // what the fields do not say
  private boolean filling = true; // until there is something in every field

  /**
   * A form.
   *
   * @param last how the last figure was saved
   * @param load asks for settings that were saved
   * @param store saves settings under a name that is proposed
   */
  FigureForm(
      FigureDraft draft,
      FigureSpec last,
      Typeface face,
      Supplier<Optional<FigureSpec>> load,
      BiConsumer<String, FigureSpec> store) {
    this.draft = draft;
    this.face = face;
    this.load = load;
    this.store = store;
    this.shown = draft.spec();
    this.preview = new FigurePreview(face);
    getStyleClass().add("figure-form");
    this.page = new PageFields(draft.aspect(), this::update);
    this.caption = page.field("figure-caption", "Words below the curves");
    caption.setPrefColumnCount(24);
    draft.panels().forEach(panel -> panels.put(panel.id(), panelBox(panel)));
    answer.setId("figure-answer");
    answer.setWrapText(true);
    answer.setAlignment(Pos.TOP_LEFT);
    answer.getStyleClass().add("figure-answer"); // has room for three lines, so nothing jumps
    getChildren().addAll(scrolled(fields()), preview);
    fill(draft.spec().on(last.page()));
    phases.setSelected(last.phases() && draft.spec().phases());
    marks.setSelected(last.marks() && draft.spec().marks());
    legend.setSelected(last.legend() && draft.spec().legend());
    page.keepProportions();
    update();
  }

  private CheckBox box(String title, String id, String words) {
    CheckBox box = new CheckBox(title);
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.selectedProperty().addListener(change -> update());
    return Accessible.as(box, id, words);
  }

  private CheckBox panelBox(FigureDraft.Panel panel) {
    return box(panel.title(), "figure-panel-" + panel.id(), "Draw " + panel.title());
  }

  /** With large words there is more than a small screen has room for. */
  private static ScrollPane scrolled(VBox fields) {
    ScrollPane scroll = new ScrollPane(fields);
    scroll.getStyleClass().add("figure-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefHeight(FigurePreview.HIGH);
    return scroll;
  }

  private VBox fields() {
    VBox fields = new VBox();
    fields.getStyleClass().add("figure-fields");
    fields.getChildren().addAll(page.lines());
    if (draft.curves()) {
      FlowPane shownPanels = new FlowPane(8, 6);
      shownPanels.getChildren().setAll(panels.values());
      FlowPane parts = new FlowPane(8, 6, phases, marks, legend);
      fields.getChildren().addAll(new Label("Panels"), shownPanels, parts);
      fields.getChildren().add(PageFields.line("Caption", caption));
    }
    fields.getChildren().addAll(settings(), answer);
    return fields;
  }

  private HBox settings() {
    Button open = new Button("Load settings…");
    open.getStyleClass().add("small");
    open.setOnAction(click -> load.get().ifPresent(this::take));
    Accessible.as(open, "figure-load", "Use settings again that were saved");
    Button keep = new Button("Save settings…");
    keep.getStyleClass().add("small");
    keep.disableProperty().bind(agreed.map(Optional::isEmpty));
    keep.setOnAction(
        click -> agreed.get().ifPresent(spec -> store.accept(draft.name() + "-figure", spec)));
    Accessible.as(keep, "figure-store", "Save these settings, also for export --figure");
    HBox settings = new HBox(open, keep);
    settings.getStyleClass().add("figure-line");
    return settings;
  }

  /** Takes over settings that were saved, as far as they can be had here. */
  private void take(FigureSpec saved) {
    shown = known(saved);
    fill(shown);
    update();
  }

  /** The same without the panels that are not here, of the runs and curves that are. */
  private FigureSpec known(FigureSpec saved) {
    FigureSpec now = draft.spec();
    FigureSpec there = saved.among(List.copyOf(panels.keySet()));
    return new FigureSpec(
        now.runs(),
        now.merged(),
        there.panels(),
        now.hidden(),
        there.logSteps(),
        there.steps(),
        there.values(),
        there.scales(),
        there.phases(),
        there.marks(),
        there.legend(),
        there.caption(),
        there.page());
  }

  private void fill(FigureSpec spec) {
    filling = true;
    page.fill(spec.page());
    caption.setText(spec.caption());
    panels.forEach(
        (id, box) -> box.setSelected(spec.panels().isEmpty() || spec.panels().contains(id)));
    phases.setSelected(spec.phases());
    marks.setSelected(spec.marks());
    legend.setSelected(spec.legend());
    filling = false;
  }

  /** What the fields ask for; empty while a figure cannot be made of it. */
  ReadOnlyObjectProperty<Optional<FigureSpec>> answerProperty() {
    return agreed.getReadOnlyProperty();
  }

  private FigureSpec asked() throws InvalidConfig {
    Map<String, Object> keys = FigureSpecFormat.write(shown);
    page.write(keys);
    if (draft.curves()) {
      List<String> chosen =
          panels.entrySet().stream()
              .filter(panel -> panel.getValue().isSelected())
              .map(Map.Entry::getKey)
              .toList();
      if (chosen.isEmpty()) {
        throw new InvalidConfig("Panels", "are all left out, but one at least must be drawn");
      }
      keys.put("panels", chosen);
      keys.put("phases", phases.isSelected());
      keys.put("marks", marks.isSelected());
      keys.put("legend", legend.isSelected());
      keys.put("caption", caption.getText());
    }
    return FigureSpecFormat.read(new LinkedHashMap<>(keys));
  }

  private void update() {
    if (filling) {
      return;
    }
    try {
      FigureSpec spec = asked();
      preview.show(draft.maker().make(spec, face));
      answer.setText("");
      agreed.set(Optional.of(spec));
    } catch (InvalidConfig refused) {
      answer.setText(NumberText.sentence(refused.getMessage()));
      agreed.set(Optional.empty());
    }
  }
}
