package grokscope.ui.knob;

import grokscope.story.KnobText;
import grokscope.ui.setting.Draft;
import javafx.scene.control.TextField;

/**
 * A field to type the value of a knob in. Every key reaches the draft, so that the row says at once
 * what is wrong; a value goes to the run when it is finished, with Enter or by leaving the field. A
 * refused text stays as it was typed. FX thread only.
 */
final class KnobField extends TextField {
  private final String path;
  private final KnobText text;
  private final Draft draft;
  private boolean showing;

  /**
   * A field that shows nothing yet.
   *
   * @param finished is called when an allowed value was finished
   */
  KnobField(String path, KnobText text, Draft draft, Runnable finished) {
    this.path = path;
    this.text = text;
    this.draft = draft;
    textProperty()
        .addListener(
            (property, before, typed) -> {
              if (!showing) {
                draft.type(path, typed);
              }
            });
    setOnAction(enter -> finish(finished));
    focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                finish(finished);
              }
            });
  }

  private void finish(Runnable finished) {
    if (!draft.refuses(path)) {
      show(draft.value(path));
      finished.run();
    }
  }

  /** Shows a value, unless somebody is typing that very value or one that is refused. */
  void show(Object value) {
    boolean typedThis = text.read(getText()).filter(value::equals).isPresent();
    if (!draft.refuses(path) && !(isFocused() && typedThis)) {
      write(value);
    }
  }

  /** Shows a value, whatever was typed, without taking it for an edit. */
  void write(Object value) {
    showing = true;
    setText(text.write(value));
    showing = false;
  }
}
