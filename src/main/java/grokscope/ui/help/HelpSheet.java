package grokscope.ui.help;

import grokscope.ui.control.Accessible;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The help as a sheet over the window, with a tab for each page. Escape, F1 and a click beside it
 * close it. FX thread only.
 */
final class HelpSheet extends StackPane {
  private final Map<HelpPage, ToggleButton> tabs = new EnumMap<>(HelpPage.class);
  private final ScrollPane scroll = new ScrollPane();
  private final Function<HelpPage, Node> contents;
  private final Runnable close;

  /**
   * A help that shows no page yet.
   *
   * @param contents makes what a page holds now
   * @param tour begins the tour
   * @param close takes the help away
   */
  HelpSheet(Function<HelpPage, Node> contents, Runnable tour, Runnable close) {
    this.contents = contents;
    this.close = close;
    setId("help");
    getStyleClass().add("help-scrim");
    BorderPane card = new BorderPane();
    card.getStyleClass().add("help-card");
    card.setOnMousePressed(javafx.event.Event::consume);
    card.setTop(head(tour));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("help-scroll");
    card.setCenter(scroll);
    getChildren().add(card);
    setOnMousePressed(click -> close.run());
  }

  private HBox head(Runnable tour) {
    HBox head = new HBox();
    head.getStyleClass().add("help-head");
    for (HelpPage page : HelpPage.values()) {
      ToggleButton tab = new ToggleButton(page.title());
      tab.getStyleClass().addAll("small", "tab-button");
      tab.setId("help-tab-" + page.id());
      tab.setMinWidth(Region.USE_PREF_SIZE);
      tab.setOnAction(click -> show(page));
      tabs.put(page, tab);
      head.getChildren().add(tab);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button again = new Button("Tour", new FontIcon(Feather.COMPASS));
    again.getStyleClass().addAll("small", "flat");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setOnAction(click -> tour.run());
    Accessible.as(again, "help-tour", "Six cards on what there is to see");
    Button away = new Button(null, new FontIcon(Feather.X));
    away.getStyleClass().addAll("button-icon", "flat");
    away.setOnAction(click -> close.run());
    Accessible.as(away, "help-close", "Close the help (Esc)");
    head.getChildren().addAll(gap, again, away);
    return head;
  }

  /** Shows a page from its beginning. */
  void show(HelpPage page) {
    tabs.forEach((other, tab) -> tab.setSelected(other == page));
    Node content = contents.apply(page);
    scroll.setContent(content);
    scroll.setVvalue(0);
  }

  /** The tab of a page. */
  Node tab(HelpPage page) {
    return Objects.requireNonNull(tabs.get(page));
  }

  /** Takes the keys that close it. */
  void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.F1) {
      key.consume();
      close.run();
    }
  }
}
