package grokscope.ui.knob;

import grokscope.config.knob.Knob;
import grokscope.story.KnobText;
import grokscope.ui.control.Accessible;
import grokscope.ui.session.RunController;
import grokscope.ui.setting.Draft;
import grokscope.ui.setting.SliderScale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/** A number: a field to type in, with or without a slider under it. FX thread only. */
final class NumberRow extends KnobRow {
  /** How long a dragged slider must rest before its value goes to the run. */
  private static final Duration REST = Duration.millis(150);

  private static final double KEY_STEP = 0.01;

  private final KnobText text;
  private final SliderScale scale;
  private final KnobField field;
  private final Optional<Slider> slider;
  private final PauseTransition rest = new PauseTransition(REST);
  private boolean showing;

  NumberRow(
      String path,
      Knob knob,
      SliderScale scale,
      boolean withSlider,
      RunController controller,
      Draft draft) {
    super(path, knob.title(), controller, draft);
    this.text = new KnobText(knob);
    this.field = new KnobField(path, text, draft, this::settle);
    this.scale = scale;
    this.slider = withSlider ? Optional.of(new Slider(0, 1, 0)) : Optional.empty();
    rest.setOnFinished(rested -> settle());
    field.getStyleClass().add("knob-field");
    explain(field, knob);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::stepWithArrows);
    Label unit = new Label(text.unit());
    unit.getStyleClass().add("knob-unit");
    beside(field);
    if (!text.unit().isEmpty()) {
      beside(unit);
    }
    slider.ifPresent(bar -> wireSlider(bar, knob));
  }

  private void wireSlider(Slider bar, Knob knob) {
    bar.getStyleClass().addAll("small", "knob-slider");
    bar.setBlockIncrement(KEY_STEP);
    Accessible.as(bar, nodeId() + "-slider", knob.sentence());
    bar.setAccessibleText(knob.title());
    bar.valueProperty()
        .addListener(
            (property, before, position) -> {
              if (!showing) {
                draft().set(path(), canonical(scale.value(position.doubleValue())));
                rest.playFromStart();
              }
            });
    bar.setOnMouseReleased(
        released -> {
          rest.stop();
          settle();
        });
    below(bar);
  }

  private void stepWithArrows(KeyEvent key) {
    int direction = key.getCode() == KeyCode.UP ? 1 : key.getCode() == KeyCode.DOWN ? -1 : 0;
    if (direction == 0
        || draft().refuses(path())
        || !(draft().value(path()) instanceof Number now)) {
      return;
    }
    draft().set(path(), canonical(scale.next(now.doubleValue(), direction)));
    field.write(draft().value(path()));
    rest.playFromStart();
    key.consume();
  }

  private Object canonical(double value) {
    return scale.whole() ? (Object) (long) value : (Object) value;
  }

  @Override
  void showValue(Object value) {
    field.show(value);
    if (value instanceof Number number) {
      showing = true;
      slider
          .filter(bar -> !bar.isValueChanging() && !bar.isPressed())
          .ifPresent(bar -> bar.setValue(scale.position(number.doubleValue())));
      showing = false;
    }
  }

  @Override
  String words(Object value) {
    return text.writeWithUnit(value);
  }
}
