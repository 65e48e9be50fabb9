package grokscope.ui.knob;

import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.Option;
import grokscope.ui.session.RunController;
import grokscope.ui.setting.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of a few named options, or the kind of a section. FX thread only. */
final class ChoiceRow extends KnobRow {
  /** Options with longer words get a line of their own. */
  private static final int SHORT_WORDS = 12;

  private static final int SHORT_TITLE = 14; // letters

  private final ComboBox<Option> box = new ComboBox<>();
  private final ReadOnlyObjectWrapper<Map<String, String>> refusals =
      new ReadOnlyObjectWrapper<>(Map.of());
  private boolean showing;

  ChoiceRow(String path, ChoiceKnob knob, RunController controller, Draft draft) {
    super(path, knob.title(), controller, draft);
    box.getItems().setAll(knob.options());
    box.setConverter(new Titles(knob.options()));
    box.setVisibleRowCount(knob.options().size());
    box.setCellFactory(list -> new OptionCell(refusals.getReadOnlyProperty()));
    box.setOnShowing(opening -> refusals.set(refusals()));
    explain(box, knob);
    box.valueProperty()
        .addListener(
            (property, before, chosen) -> {
              if (!showing && chosen != null) {
                choose(before, chosen);
              }
            });
    box.getStyleClass().add("knob-choice");
    boolean shortTitle = knob.title().length() <= SHORT_TITLE;
    if (shortTitle
        && knob.options().stream().allMatch(option -> option.title().length() <= SHORT_WORDS)) {
      beside(box);
    } else {
      box.setMaxWidth(Double.MAX_VALUE);
      below(box);
    }
  }

  private Map<String, String> refusals() {
    Map<String, String> found = new HashMap<>();
    for (Option option : box.getItems()) {
      draft().refusal(path(), option.id()).ifPresent(why -> found.put(option.id(), why));
    }
    return found;
  }

  /** Takes an option over; the arrow keys step over those that cannot be chosen. */
  private void choose(Option before, Option chosen) {
    int from = box.getItems().indexOf(before);
    int to = box.getItems().indexOf(chosen);
    int direction = to < from ? -1 : 1;
    Map<String, String> refused = refusals();
    while (to >= 0 && to < box.getItems().size() && refused.containsKey(id(to))) {
      to += direction;
    }
    boolean found = to >= 0 && to < box.getItems().size();
    if (found) {
      draft().set(path(), id(to));
    }
    showValue(draft().value(path()));
    settle();
  }

  private String id(int option) {
    return box.getItems().get(option).id();
  }

  @Override
  void showValue(Object value) {
    showing = true;
    box.getItems().stream()
        .filter(option -> option.id().equals(value))
        .findFirst()
        .ifPresent(box::setValue);
    showing = false;
  }

  @Override
  String words(Object value) {
    return box.getItems().stream()
        .filter(option -> option.id().equals(value))
        .findFirst()
        .map(Option::title)
        .orElse(String.valueOf(value));
  }

  private static final class Titles extends StringConverter<Option> {
    private final List<Option> options;

    Titles(List<Option> options) {
      this.options = options;
    }

    @Override
    public String toString(@Nullable Option option) {
      return option == null ? "" : option.title();
    }

    @Override
    public @Nullable Option fromString(String title) {
      return options.stream()
          .filter(option -> Objects.equals(option.title(), title))
          .findFirst()
          .orElse(null);
    }
  }
}
