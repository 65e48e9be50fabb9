package grokscope.ui.figure;

import grokscope.figure.print.FigureFormat;
import grokscope.figure.print.FigureLook;
import grokscope.figure.print.FigurePage;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.ComboBoxes;
import grokscope.ui.control.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** The fields that say as what a figure is saved, and how large. FX thread only. */
final class PageFields {
  private static final int SHORT = 5; // letters of a field
  private static final int[] COLUMNS = {85, 174};

  private final OptionalDouble aspect;
  private final Runnable changed;
  private final ComboBox<FigureFormat> format;
  private final ComboBox<FigureLook> look;
  private final TextField dpi;
  private final TextField width;
  private final TextField type;
  private final TextField heights;

  /**
   * Empty fields.
   *
   * @param aspect the height of a picture for its width; empty for curves
   * @param changed is called when something else stands in one of them
   */
  PageFields(OptionalDouble aspect, Runnable changed) {
    this.aspect = aspect;
    this.changed = changed;
    format =
        ComboBoxes.of(
            "figure-format",
            "What kind of file it is",
            kind -> kind.word().toUpperCase(Locale.ROOT) + " – " + kind.sentence(),
            changed);
    look =
        ComboBoxes.of(
            "figure-look",
            "Its colours: those of the window, light or dark, or black on white",
            PageFields::title,
            changed);
    dpi = field("figure-dpi", "Dots to an inch on paper");
    width = field("figure-width", "The width on paper, in millimetres");
    type = field("figure-type", "The size of the words on paper, in points");
    heights =
        field(
            "figure-heights",
            aspect.isPresent()
                ? "The height of the picture in millimetres, without the words around it"
                : "The heights of the plots in millimetres, from the top; the last is that of all"
                    + " below");
    heights.setPrefColumnCount(SHORT + 3);
    format.getItems().setAll(FigureFormat.values());
    look.getItems().setAll(FigureLook.values());
  }

  private static String title(FigureLook look) {
    return switch (look) {
      case LIGHT -> "Light, as on the screen";
      case DARK -> "Dark, as on the screen";
      case PRINT -> "Black on white, for print";
    };
  }

  /** A field for something short. */
  TextField field(String id, String words) {
    TextField field = new TextField();
    field.setPrefColumnCount(SHORT);
    field.textProperty().addListener(change -> changed.run());
    return Accessible.as(field, id, words);
  }

  /** The fields with their titles. */
  List<Node> lines() {
    HBox dots = line("Dots to an inch", dpi);
    Visibility.reveal(dots, png());
    format.valueProperty().addListener(change -> Visibility.reveal(dots, png()));
    HBox wide = line("Width", width, new Label("mm"));
    for (int column : COLUMNS) {
      wide.getChildren().add(column(column));
    }
    return List.of(
        line("File", format),
        dots,
        wide,
        line(aspect.isPresent() ? "Height" : "Heights of plots", heights, new Label("mm")),
        line("Words", type, new Label("pt")),
        line("Look", look));
  }

  private boolean png() {
    return format.getValue() == FigureFormat.PNG;
  }

  /** Nodes beside their title. */
  static HBox line(String title, Node... nodes) {
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

  /** Writes a page into the fields. */
  void fill(FigurePage page) {
    format.setValue(page.format());
    look.setValue(page.look());
    dpi.setText(String.valueOf(page.dpi()));
    width.setText(plain(page.width()));
    type.setText(plain(page.type()));
    heights.setText(
        page.heights().stream().map(PageFields::plain).collect(Collectors.joining(", ")));
  }

  /** A picture keeps its proportions when it is made wider, until it gets another height. */
  void keepProportions() {
    aspect.ifPresent(
        ratio -> {
          width.textProperty().addListener(change -> follow(ratio));
          follow(ratio);
        });
  }

  private void follow(double ratio) {
    if (number(width.getText()) instanceof Double wide) {
      heights.setText(plain(Math.rint(wide * ratio)));
    }
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

  /** Writes what stands in the fields as the keys of a figure's file. */
  void write(Map<String, Object> keys) {
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
  }
}
