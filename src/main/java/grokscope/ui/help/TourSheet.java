package grokscope.ui.help;

import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The tour: one card after the other beside the part of the window that it tells of, which is
 * framed while the rest is dimmed. What is framed can be used meanwhile. FX thread only.
 */
final class TourSheet extends Pane {
  private static final double MARGIN = 4; // of the frame around what it shows

  private final Parent window;
  private final FirstRun first;
  private final Runnable close;
  private final Path shade = new Path();
  private final Rectangle frame = new Rectangle();
  private final Label count = new Label();
  private final Label title = HelpWords.heading("");
  private final Label text = HelpWords.text("");
  private final Button run = new Button("Run “First look”");
  private final Button back = new Button("Back");
  private final Button next = new Button("Next");
  private final VBox card;
  private final Runnable follow = this::follow;
  private int at;
  private @Nullable CardPlace place;

  /**
   * The first run of somebody who has never seen the window.
   *
   * @param possible whether no run is in progress
   * @param start starts it
   */
  record FirstRun(java.util.function.BooleanSupplier possible, Runnable start) {}

  /**
   * The tour at its first card.
   *
   * @param window whose parts are framed
   * @param close takes the tour away
   */
  TourSheet(Parent window, FirstRun first, Runnable close) {
    this.window = window;
    this.first = first;
    this.close = close;
    setId("tour");
    shade.getStyleClass().add("tour-shade");
    shade.setFillRule(FillRule.EVEN_ODD);
    shade.setOnMousePressed(Event::consume);
    frame.getStyleClass().add("tour-frame");
    frame.setMouseTransparent(true);
    card = card();
    setPickOnBounds(false);
    getChildren().addAll(shade, frame, card);
    sceneProperty().addListener((property, before, now) -> listen(before, now));
    show(0);
  }

  private void listen(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(follow);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(follow);
    }
  }

  private VBox card() {
    count.getStyleClass().add("tour-count");
    count.setId("tour-count");
    title.setId("tour-title");
    text.setId("tour-text");
    Button skip = button(new Button("Skip"), "tour-skip", "Leave the tour (Esc)", close);
    skip.getStyleClass().add("flat");
    button(back, "tour-back", "The card before (←)", () -> show(at - 1));
    button(next, "tour-next", "The next card (→)", this::next);
    button(run, "tour-run", "Open “First look” and train it", this::run);
    next.getStyleClass().add("accent");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(skip, gap, back, next);
    buttons.getStyleClass().add("tour-buttons");
    VBox box = new VBox(count, title, text, run, buttons);
    box.getStyleClass().add("tour-card");
    box.setOnMousePressed(Event::consume);
    return box;
  }

  private static Button button(Button button, String id, String words, Runnable action) {
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(click -> action.run());
    return Accessible.as(button, id, words);
  }

  private void next() {
    if (at + 1 < TourCard.ALL.size()) {
      show(at + 1);
    } else {
      close.run();
    }
  }

  private void run() {
    first.start().run();
    next();
  }

  /** What has the keys. */
  Node focused() {
    return next;
  }

  /** Takes the keys that lead through it. */
  void pressed(KeyEvent key) {
    Optional<Runnable> action =
        Optional.ofNullable(
            switch (key.getCode()) {
              case ESCAPE, F1 -> close;
              case RIGHT -> (Runnable) this::next;
              case LEFT -> (Runnable) () -> show(Math.max(0, at - 1));
              default -> null;
            });
    action.ifPresent(
        doing -> {
          key.consume();
          doing.run();
        });
  }

  private void show(int number) {
    at = number;
    TourCard now = TourCard.ALL.get(number);
    int last = TourCard.ALL.size() - 1;
    count.setText((number + 1) + " of " + (last + 1));
    title.setText(now.title());
    text.setText(now.text());
    back.setDisable(number == 0);
    next.setText(number == last ? "Done" : "Next");
    Visibility.reveal(run, now.runs());
    run.setDisable(!first.possible().getAsBoolean());
    place = null;
    requestLayout();
  }

  /** Moves with what it points at. */
  private void follow() {
    if (!placed().equals(place)) {
      requestLayout();
    }
  }

  private CardPlace placed() {
    double width = card.prefWidth(-1);
    return CardPlace.of(
        getWidth(), getHeight(), width, card.prefHeight(width), target(TourCard.ALL.get(at)));
  }

  private Optional<Rectangle2D> target(TourCard now) {
    return now.targets().stream().map(this::union).flatMap(Optional::stream).findFirst();
  }

  /** What is around all of the nodes that are on the screen; none if there is none. */
  private Optional<Rectangle2D> union(List<String> selectors) {
    Optional<Rectangle2D> all = Optional.empty();
    for (String selector : selectors) {
      Node node = window.lookup(selector);
      if (node != null && shown(node)) {
        Rectangle2D own = around(node);
        all = Optional.of(all.map(sum -> union(sum, own)).orElse(own));
      }
    }
    return all;
  }

  private static Rectangle2D union(Rectangle2D one, Rectangle2D other) {
    double x = Math.min(one.getMinX(), other.getMinX());
    double y = Math.min(one.getMinY(), other.getMinY());
    double right = Math.max(one.getMaxX(), other.getMaxX());
    double bottom = Math.max(one.getMaxY(), other.getMaxY());
    return new Rectangle2D(x, y, right - x, bottom - y);
  }

  private static boolean shown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getLayoutBounds().getWidth() > 0 && node.getLayoutBounds().getHeight() > 0;
  }

  private Rectangle2D around(Node node) {
    Bounds bounds = sceneToLocal(node.localToScene(node.getLayoutBounds()));
    return new Rectangle2D(
        bounds.getMinX() - MARGIN,
        bounds.getMinY() - MARGIN,
        bounds.getWidth() + 2 * MARGIN,
        bounds.getHeight() + 2 * MARGIN);
  }

  @Override
  protected void layoutChildren() {
    CardPlace now = placed();
    place = now;
    Rectangle2D at = now.card();
    card.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    frame.setVisible(now.frame().isPresent());
    shade.getElements().clear();
    shade.getElements().addAll(Rectangles.path(new Rectangle2D(0, 0, getWidth(), getHeight())));
    now.frame()
        .ifPresent(
            around -> {
              frame.setX(around.getMinX());
              frame.setY(around.getMinY());
              frame.setWidth(around.getWidth());
              frame.setHeight(around.getHeight());
              shade.getElements().addAll(Rectangles.path(around));
            });
  }
}
