package grokscope.ui.bar;

import grokscope.ui.control.Accessible;
import grokscope.ui.control.NoticeBar;
import grokscope.ui.session.RunQueue;
import grokscope.ui.session.Trouble;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the bars at the top that come and go. Stateless; FX thread only. */
public final class Notices {
  private Notices() {}

  /** What went wrong with a run, in words, until it is dismissed. */
  public static NoticeBar trouble(Trouble trouble) {
    NoticeBar bar = new NoticeBar("banner");
    bar.wrap();
    bar.begin(new FontIcon(Feather.ALERT_TRIANGLE));
    bar.addDismissal(trouble::dismiss);
    bar.wordsProperty().bind(trouble.wordsProperty());
    return bar;
  }

  /** Which run of a queue is in progress, and two ways to end it. */
  public static NoticeBar queue(RunQueue queue) {
    NoticeBar bar = new NoticeBar("queue-strip");
    bar.add(
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

  private static Button button(String text, String id, String sentence, Runnable doing) {
    Button button = new Button(text);
    button.getStyleClass().addAll("small", "flat");
    button.setOnAction(click -> doing.run());
    return Accessible.as(button, id, sentence);
  }
}
