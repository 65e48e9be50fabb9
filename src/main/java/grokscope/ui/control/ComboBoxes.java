package grokscope.ui.control;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Makes small combo boxes. FX thread only. */
public final class ComboBoxes {
  private ComboBoxes() {}

  /**
   * A combo box.
   *
   * @param title an option in words
   * @param changed is called when another option is chosen
   */
  public static <T> ComboBox<T> of(
      String id, String words, Function<T, String> title, Runnable changed) {
    ComboBox<T> box = new ComboBox<>();
    box.getStyleClass().addAll("small");
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T option) {
            return option == null ? "" : title.apply(option);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    box.valueProperty().addListener((property, before, now) -> changed.run());
    return Accessible.as(box, id, words);
  }
}
