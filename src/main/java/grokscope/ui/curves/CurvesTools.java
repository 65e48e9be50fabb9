package grokscope.ui.curves;

import grokscope.ui.chart.ChartsMenu;
import grokscope.ui.chart.CurvesView;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Segments;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How to look at the curves: the buttons at the end of their header. FX thread only. */
final class CurvesTools extends HBox {
  private static final double BRIEF_BELOW = 42; // em, beside a picture
  private static final double FEWER_BELOW = 32; // em, beside a picture in a narrow window
  private static final double WORDS_FROM = 66; // em, the width of the pane

  private final CurvesView curves;
  private final Region pane;
  private final BooleanProperty earlier = new SimpleBooleanProperty(true);

  /**
   * The tools of a view.
   *
   * @param pane whose width says whether there is room for words
   * @param save saves what is shown as a figure
   */
  CurvesTools(CurvesView curves, Region pane, Runnable save) {
    this.curves = curves;
    this.pane = pane;
    getStyleClass().add("curves-ways");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    MenuButton charts = new ChartsMenu(curves);
    charts.contentDisplayProperty().bind(display());
    getChildren().addAll(back(), ghosts(), steps(), charts, save(save));
  }

  /** Whether other runs are to be drawn behind the live one. */
  BooleanProperty earlierProperty() {
    return earlier;
  }

  private Button back() {
    Button back = new Button("Back to live", new FontIcon(Feather.CORNER_UP_LEFT));
    back.getStyleClass().addAll("small", "flat");
    back.setMinWidth(USE_PREF_SIZE);
    back.visibleProperty().bind(curves.liveProperty().not());
    back.managedProperty().bind(back.visibleProperty());
    back.contentDisplayProperty().bind(display());
    back.setOnAction(click -> curves.backToLive());
    return Accessible.as(back, "back-to-live", "Show the whole run again and follow it");
  }

  private ToggleButton ghosts() {
    ToggleButton ghosts = new ToggleButton("Earlier runs", new FontIcon(Feather.LAYERS));
    ghosts.getStyleClass().addAll("small");
    ghosts.setMinWidth(USE_PREF_SIZE);
    ghosts.selectedProperty().bindBidirectional(earlier);
    ghosts.contentDisplayProperty().bind(display());
    ghosts
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> pane.getWidth() >= FEWER_BELOW * em(),
                pane.widthProperty(),
                curves.styleProperty()));
    ghosts.managedProperty().bind(ghosts.visibleProperty());
    return Accessible.as(
        ghosts,
        "ghosts",
        "Show the runs checked in the list, or up to four earlier ones of the same preset");
  }

  private Button save(Runnable action) {
    Button save = new Button("Save figure…", new FontIcon(Feather.DOWNLOAD));
    save.getStyleClass().addAll("small", "flat");
    save.setMinWidth(USE_PREF_SIZE);
    save.contentDisplayProperty().bind(display());
    save.setOnAction(click -> action.run());
    return Accessible.as(
        save, "save-curves", "Save these curves for print or slides: SVG, PDF or PNG");
  }

  /** Beside a picture there is no room for words on every button; their tooltips have them. */
  private ObjectBinding<ContentDisplay> display() {
    return Bindings.createObjectBinding(
        () ->
            pane.getWidth() < WORDS_FROM * em() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT,
        pane.widthProperty(),
        curves.styleProperty());
  }

  private double em() {
    return 12 * curves.getTextScale();
  }

  private Segments steps() {
    return new Segments(
        curves.logStepsProperty(),
        segment(
            "Linear",
            "Lin",
            "linear-steps",
            "Equal distances on the step axis are equal differences"),
        segment(
            "Log steps", "Log", "log-steps", "Equal distances on the step axis are equal ratios"));
  }

  private ToggleButton segment(String text, String brief, String id, String sentence) {
    ToggleButton segment = new ToggleButton();
    segment
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> pane.getWidth() < BRIEF_BELOW * em() ? brief : text,
                pane.widthProperty(),
                curves.styleProperty()));
    segment.setMinWidth(USE_PREF_SIZE);
    return Accessible.as(segment, id, sentence);
  }
}
