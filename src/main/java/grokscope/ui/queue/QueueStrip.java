package grokscope.ui.queue;

import grokscope.config.queue.PlannedRun;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.NoticeBar;
import grokscope.ui.session.RunQueue;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** Makes the strip that tells of a queue and steers it. Stateless; FX thread only. */
public final class QueueStrip {
  private static final int LISTED = 40;

  private QueueStrip() {}

  /** Which run of a queue is in progress, which wait, and the ways to pause and to end it. */
  public static NoticeBar of(RunQueue queue) {
    NoticeBar bar = new NoticeBar("queue-strip");
    MenuButton waiting = new MenuButton();
    waiting.getStyleClass().addAll("small", "flat");
    waiting.setMinWidth(Region.USE_PREF_SIZE);
    Accessible.as(waiting, "queue-waiting", "The runs that wait; a click on one skips it");
    queue.waitingProperty().addListener((property, before, now) -> list(queue, waiting, now));
    list(queue, waiting, queue.waitingProperty().get());
    ToggleButton hold = new ToggleButton("Pause after this run");
    hold.getStyleClass().addAll("small", "flat");
    hold.setMinWidth(Region.USE_PREF_SIZE);
    hold.selectedProperty().bindBidirectional(queue.heldProperty());
    hold.selectedProperty()
        .addListener(
            (property, before, held) -> hold.setText(held ? "Go on" : "Pause after this run"));
    hold.disableProperty().bind(waiting.disableProperty());
    Accessible.as(hold, "queue-hold", "The next run does not begin until you say Go on");
    bar.add(
        waiting,
        hold,
        button(
            "Stop this",
            "queue-stop-this",
            "Stop this run and go on with the next one",
            queue::stopThis),
        button(
            "Stop all",
            "queue-stop-all",
            "Stop this run and skip the waiting ones",
            queue::stopAll));
    bar.wordsProperty().bind(queue.wordsProperty());
    return bar;
  }

  private static void list(RunQueue queue, MenuButton menu, List<PlannedRun> waiting) {
    menu.setText(waiting.size() + " waiting");
    menu.setDisable(waiting.isEmpty());
    menu.getItems().clear();
    for (PlannedRun run : waiting.subList(0, Math.min(LISTED, waiting.size()))) {
      MenuItem item = new MenuItem("Skip " + queue.words(run));
      item.setMnemonicParsing(false);
      item.setOnAction(click -> queue.skip(run));
      menu.getItems().add(item);
    }
    if (waiting.size() > LISTED) {
      MenuItem more = new MenuItem("and " + (waiting.size() - LISTED) + " more");
      more.setDisable(true);
      menu.getItems().add(more);
    }
  }

  private static Button button(String text, String id, String sentence, Runnable doing) {
    Button button = new Button(text);
    button.getStyleClass().addAll("small", "flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(click -> doing.run());
    return Accessible.as(button, id, sentence);
  }
}
