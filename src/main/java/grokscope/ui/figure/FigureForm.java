package grokscope.ui.figure;

import grokscope.config.InvalidConfig;
import grokscope.figure.ink.Typeface;
import grokscope.figure.print.FigureFormat;
import grokscope.figure.print.FigureLook;
import grokscope.figure.print.FigureSpec;
import grokscope.figure.print.FigureSpecFormat;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.ComboBoxes;
import grokscope.ui.control.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
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
  private static final int SHORT = 5; // letters of a field
  private static final int[] COLUMNS = {85, 174};

  private final FigureDraft draft;
  private final Supplier<Optional<FigureSpec>> load;
  private final BiConsumer<String, FigureSpec> store;
  private final FigurePreview preview;
  private final Typeface face;
  private final ComboBox<FigureFormat> format =
      ComboBoxes.of(
          "figure-format",
          "What kind of file it is",
          kind -> kind.word().toUpperCase(Locale.ROOT) + " – " + kind.sentence(),
          this::update);
  private final ComboBox<FigureLook> look =
      ComboBoxes.of(
          "figure-look",
          "Its colours: those of the window, light or dark, or black on white",
          FigureForm::title,
          this::update);
  private final TextField dpi = field("figure-dpi", "Dots to an inch on paper");
  private final TextField width = field("figure-width", "The width on paper, in millimetres");
  private final TextField type = field("figure-type", "The size of the words on paper, in points");
  private final TextField heights =
      field(
          "figure-heights",
          "The heights of the plots in millimetres, from the top; the last is that of all below");
  private final TextField caption = field("figure-caption", "Words below the curves");
  private final Map<String, CheckBox> panels = new LinkedHashMap<>();
  private final CheckBox phases = box("Phases", "figure-phases", "Tint the phases of the run");
  private final CheckBox marks =
      box("What happened", "figure-marks", "Mark what the run reached, and turned knobs");
  private final CheckBox legend = box("Legend", "figure-legend", "Say which line is which run");
  private final Label answer = new Label();
  private final ReadOnlyObjectWrapper<Optional<FigureSpec>> agreed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private FigureSpec shown; // what the fields do not say
  private boolean filling;

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
    format.getItems().setAll(FigureFormat.values());
    look.getItems().setAll(FigureLook.values());
    caption.setPrefColumnCount(24);
    heights.setPrefColumnCount(SHORT + 3);
    draft.panels().forEach(panel -> panels.put(panel.id(), panelBox(panel)));
    answer.setId("figure-answer");
    answer.setWrapText(true);
    answer.setAlignment(Pos.TOP_LEFT);
    answer.getStyleClass().add("figure-answer"); // has room for three lines, so nothing jumps
    getChildren().addAll(scrolled(fields()), preview);
    fill(last.page().equals(draft.spec().page()) ? draft.spec() : draft.spec().on(last.page()));
    phases.setSelected(last.phases() && draft.spec().phases());
    marks.setSelected(last.marks() && draft.spec().marks());
    legend.setSelected(last.legend() && draft.spec().legend());
    proportion();
    update();
  }

  private static String title(FigureLook look) {
    return switch (look) {
      case LIGHT -> "Light, as on the screen";
      case DARK -> "Dark, as on the screen";
      case PRINT -> "Black on white, for print";
    };
  }

  private TextField field(String id, String words) {
    TextField field = new TextField();
    field.setPrefColumnCount(SHORT);
    field.textProperty().addListener(change -> update());
    return Accessible.as(field, id, words);
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
    HBox dots = line("Dots to an inch", dpi);
    Visibility.reveal(dots, false);
    format.valueProperty().addListener(change -> Visibility.reveal(dots, png()));
    HBox wide = line("Width", width, new Label("mm"));
    for (int column : COLUMNS) {
      wide.getChildren().add(column(column));
    }
    fields
        .getChildren()
        .addAll(
            line("File", format),
            dots,
            wide,
            line(draft.curves() ? "Heights of plots" : "Height", heights, new Label("mm")),
            line("Words", type, new Label("pt")),
            line("Look", look));
    if (draft.curves()) {
      FlowPane shownPanels = new FlowPane(8, 6);
      shownPanels.getChildren().setAll(panels.values());
      FlowPane parts = new FlowPane(8, 6, phases, marks, legend);
      fields.getChildren().addAll(new Label("Panels"), shownPanels, parts);
      fields.getChildren().add(line("Caption", caption));
    }
    fields.getChildren().addAll(settings(), answer);
    return fields;
  }

  private boolean png() {
    return format.getValue() == FigureFormat.PNG;
  }

  private static HBox line(String title, Node... nodes) {
    Label label = new Label(title);
    label.getStyleClass().add("figure-title");
    HBox line = new HBox(label);
    line.getChildren().addAll(nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("figure-line");
    return line;
  }

  private Button column(int millimetres) {
    Button column = new Button(String.valueOf(millimetres));
    column.getStyleClass().addAll("small", "flat");
    column.setOnAction(click -> width.setText(String.valueOf(millimetres)));
    String words = millimetres < 100 ? "One column of a journal" : "Both columns of a journal";
    return Accessible.as(column, "figure-width-" + millimetres, words);
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
    format.setValue(spec.page().format());
    look.setValue(spec.page().look());
    dpi.setText(String.valueOf(spec.page().dpi()));
    width.setText(plain(spec.page().width()));
    type.setText(plain(spec.page().type()));
    heights.setText(
        spec.page().heights().stream().map(FigureForm::plain).collect(Collectors.joining(", ")));
    caption.setText(spec.caption());
    panels.forEach(
        (id, box) -> box.setSelected(spec.panels().isEmpty() || spec.panels().contains(id)));
    phases.setSelected(spec.phases());
    marks.setSelected(spec.marks());
    legend.setSelected(spec.legend());
    filling = false;
  }

  /** A picture keeps its proportions as long as nobody gives it another height. */
  private void proportion() {
    if (draft.aspect().isEmpty()) {
      return;
    }
    double aspect = draft.aspect().getAsDouble();
    Runnable follow =
        () -> {
          if (number(width.getText()) instanceof Double wide) {
            heights.setText(plain(Math.round(wide * aspect)));
          }
        };
    width.textProperty().addListener(change -> follow.run());
    follow.run();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
  }

  /** What is typed as a number, or as it is where it is none; then it is refused by its name. */
  private static Object number(String typed) {
    try {
      return Double.valueOf(typed.strip().replace(',', '.'));
    } catch (NumberFormatException none) {
      return typed.strip();
    }
  }

  /** What the fields ask for; empty while a figure cannot be made of it. */
  ReadOnlyObjectProperty<Optional<FigureSpec>> answerProperty() {
    return agreed.getReadOnlyProperty();
  }

  private FigureSpec asked() throws InvalidConfig {
    Map<String, Object> keys = FigureSpecFormat.write(shown);
    List<Object> tall = new ArrayList<>();
    for (String height : heights.getText().split("[;,] *", -1)) {
      tall.add(number(height));
    }
    keys.put("format", format.getValue().word());
    keys.put("look", look.getValue().word());
    keys.put("dpi", number(dpi.getText()));
    keys.put("width", number(width.getText()));
    keys.put("type", number(type.getText()));
    keys.put("heights", tall);
    if (draft.curves()) {
      List<String> chosen =
          panels.keySet().stream().filter(id -> panels.get(id).isSelected()).toList();
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
    if (filling || look.getValue() == null || format.getValue() == null) {
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
