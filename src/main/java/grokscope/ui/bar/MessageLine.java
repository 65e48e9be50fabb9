package grokscope.ui.bar;

import grokscope.story.PromiseWords;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import grokscope.ui.control.WholeText;
import grokscope.ui.session.Trouble;
import grokscope.ui.setting.Draft;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One line that is always there, so that nothing moves: what went wrong, or what was done and can
 * be undone, or else what to watch in the opened preset; at its end, how far a queue is. A click
 * shows all of a text that is longer than the line. FX thread only.
 */
public final class MessageLine extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

  private final Draft draft;
  private final ReadOnlyBooleanProperty ahead;
  private final Trouble trouble;
  private final ReadOnlyBooleanProperty folded;
  private final FontIcon sign = new FontIcon(Feather.EYE);
  private final Button words = new Button();
  private final WholeText whole;
  private final Button undo = new Button("Undo");
  private final Button dismiss = new Button(null, new FontIcon(Feather.X));
  private String done = "";

  /**
   * The line of a window.
   *
   * @param ahead whether the draft has another experiment than the run that is shown
   * @param queue what tells of a queue, there only while there is one
   * @param folded whether there is only a strip, without the preset's note
   * @param fold the button that folds and unfolds it
   */
  public MessageLine(
      Draft draft,
      ReadOnlyBooleanProperty ahead,
      Trouble trouble,
      Region queue,
      ReadOnlyBooleanProperty folded,
      Button fold) {
    this.draft = draft;
    this.ahead = ahead;
    this.trouble = trouble;
    this.folded = folded;
    setId("message");
    getStyleClass().add("message-line");
    setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().add("message-words");
    words.setId("message-text");
    words.setMnemonicParsing(false); // the names of files have underscores
    words.setGraphic(sign);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    whole = new WholeText(words, "message-whole");
    words.setOnAction(click -> whole.toggle(text()));
    dismiss.getStyleClass().addAll("button-icon", "flat", "message-button");
    dismiss.setOnAction(click -> dismiss());
    Accessible.as(dismiss, "message-dismiss", "Dismiss this message");
    fold.getStyleClass().add("message-button");
    queue.setMinWidth(USE_PREF_SIZE); // the text beside it is the one that can be shown whole
    undo.getStyleClass().addAll("small", "message-button");
    undo.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(words, undo, dismiss, queue, fold);
    draft.presetProperty().addListener(change -> show());
    draft.configProperty().addListener(change -> show());
    ahead.addListener(change -> show());
    trouble.wordsProperty().addListener(change -> show());
    folded.addListener(change -> show());
    show();
  }

  /** Says what was done, with a button that undoes it, until it is dismissed or undone. */
  public void offer(String sentence, Runnable undoing) {
    trouble.dismiss(); // or it would not be seen
    done = sentence;
    undo.setOnAction(
        click -> {
          done = "";
          show();
          undoing.run();
        });
    Accessible.as(undo, "message-undo", "Undo this");
    show();
  }

  private void dismiss() {
    if (wrong().isEmpty()) {
      done = "";
      show();
    } else {
      trouble.dismiss();
    }
  }

  private String wrong() {
    return trouble.wordsProperty().get();
  }

  /** All that there is to say. */
  private String text() {
    return wrong().isEmpty() ? done.isEmpty() ? note() : done : wrong();
  }

  private String note() {
    String expected = PromiseWords.of(draft.preset(), draft.config());
    return (beginning() + " " + expected).strip();
  }

  private String beginning() {
    return ((ahead.get() ? "Not run yet. " : "") + draft.preset().story()).strip();
  }

  private void show() {
    boolean bad = !wrong().isEmpty();
    String all = text();
    whole.hide();
    boolean news = !bad && !done.isEmpty();
    words.setText(bad || news ? all : folded.get() ? "Note" : note());
    sign.setIconCode(bad ? Feather.ALERT_TRIANGLE : news ? Feather.CHECK : Feather.EYE);
    words.setDisable(all.isEmpty());
    Accessible.describe(words, all);
    Visibility.reveal(undo, news);
    Visibility.reveal(dismiss, bad || news);
    pseudoClassStateChanged(WRONG, bad);
    pseudoClassStateChanged(SLIM, folded.get());
  }
}
