package grokscope.ui.knob;

import grokscope.config.knob.CountKnob;
import grokscope.story.KnobText;
import grokscope.ui.control.Accessible;
import grokscope.ui.session.RunController;
import grokscope.ui.setting.Draft;
import javafx.scene.control.ToggleButton;

/**
 * Either everything or a count: a switch for everything, and a field for the count. FX thread only.
 */
final class CountRow extends KnobRow {
  private static final long FIRST_COUNT = 512;

  private final CountKnob knob;
  private final KnobText text;
  private final KnobField field;
  private final ToggleButton everything = new ToggleButton(CountKnob.EVERYTHING);
  private long lastCount;

  CountRow(String path, CountKnob knob, RunController controller, Draft draft) {
    super(path, knob.title(), controller, draft);
    this.knob = knob;
    this.text = new KnobText(knob);
    this.field = new KnobField(path, text, draft, this::settle);
    this.lastCount = Math.min(knob.max(), Math.max(knob.min(), FIRST_COUNT));
    field.getStyleClass().add("knob-field");
    explain(field, knob);
    everything.getStyleClass().addAll("small", "knob-everything");
    Accessible.as(everything, nodeId() + "-full", "Use the full set");
    everything.setOnAction(click -> toggle());
    beside(everything, field);
  }

  private void toggle() {
    draft().set(path(), everything.isSelected() ? CountKnob.EVERYTHING : (Object) lastCount);
    field.write(draft().value(path()));
  }

  @Override
  void showValue(Object value) {
    if (value instanceof Long count && knob.accept(count).isPresent()) {
      lastCount = count;
    }
    everything.setSelected(CountKnob.EVERYTHING.equals(value));
    field.show(value);
  }

  @Override
  String words(Object value) {
    return text.write(value);
  }
}
