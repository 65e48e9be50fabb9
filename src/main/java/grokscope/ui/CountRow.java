package grokscope.ui;

import grokscope.config.Knob;
import grokscope.ui.words.Described;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/**
 * Either everything or a count: a switch for everything, and a field for the count. FX thread only.
 */
final class CountRow extends KnobRow {
  private static final long FIRST_COUNT = 512;

  private final Knob.Count knob;
  private final KnobText text;
  private final TextField field = new TextField();
  private final ToggleButton everything = new ToggleButton(Knob.Count.EVERYTHING);
  private long lastCount;
  private boolean showing;

  CountRow(String path, Knob.Count knob, LabModel model, Draft draft) {
    super(path, knob.title(), model, draft);
    this.knob = knob;
    this.text = new KnobText(knob);
    this.lastCount = Math.min(knob.max(), Math.max(knob.min(), FIRST_COUNT));
    field.getStyleClass().add("knob-field");
    explain(field, knob);
    everything.getStyleClass().addAll("small", "knob-everything");
    Described.as(everything, nodeId() + "-full", "Everything there is, instead of a count");
    everything.setOnAction(click -> toggle());
    field
        .textProperty()
        .addListener(
            (property, before, typed) -> {
              if (!showing) {
                draft.type(path, typed);
              }
            });
    beside(everything, field);
  }

  private void toggle() {
    draft().set(path(), everything.isSelected() ? Knob.Count.EVERYTHING : (Object) lastCount);
    showText(draft().value(path()));
  }

  @Override
  void showValue(Object value) {
    if (value instanceof Long count && knob.accept(count).isPresent()) {
      lastCount = count;
    }
    everything.setSelected(Knob.Count.EVERYTHING.equals(value));
    boolean typedThis = text.read(field.getText()).filter(value::equals).isPresent();
    if (!draft().refuses(path()) && !(field.isFocused() && typedThis)) {
      showText(value);
    }
  }

  private void showText(Object value) {
    showing = true;
    field.setText(text.write(value));
    showing = false;
  }

  @Override
  String words(Object value) {
    return text.write(value);
  }
}
