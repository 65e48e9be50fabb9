package grokscope.ui;

import grokscope.ui.control.Accessible;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Which parts of the window are folded: those that the user has folded, and of those that nobody
 * has touched, the ones for which there is no room. FX thread only.
 */
final class Folds {
  /** Narrower than this, in em, settings would leave too little beside them. */
  private static final double WIDE = 60;

  /** Lower than this, in em, a list would leave too little above it. */
  private static final double HIGH = 57;

  private final WindowMemory memory;
  private final Map<Fold, ReadOnlyBooleanWrapper> folded = new EnumMap<>(Fold.class);
  private boolean narrow;
  private boolean low;

  Folds(WindowMemory memory) {
    this.memory = memory;
    for (Fold part : Fold.values()) {
      folded.put(part, new ReadOnlyBooleanWrapper(false));
    }
    memory.folds().addListener(change -> decide());
    decide();
  }

  /**
   * The room that there is now.
   *
   * @param width of the window's content in em
   * @param height of it
   */
  void room(double width, double height) {
    narrow = width < WIDE;
    low = height < HIGH;
    decide();
  }

  private void decide() {
    Map<Fold, Boolean> byHand = memory.folds().get();
    folded.forEach((part, property) -> property.set(byHand.getOrDefault(part, byItself(part))));
  }

  private boolean byItself(Fold part) {
    return (part == Fold.SETTINGS && narrow) || (part == Fold.LIST && low);
  }

  ReadOnlyBooleanProperty folded(Fold part) {
    return property(part).getReadOnlyProperty();
  }

  private ReadOnlyBooleanWrapper property(Fold part) {
    return folded.getOrDefault(part, new ReadOnlyBooleanWrapper(false));
  }

  /** Folds a part, or unfolds it. */
  void toggle(Fold part) {
    memory.fold(part, !property(part).get());
  }

  /** A button that folds a part, or unfolds it where it stands outside of it. */
  Button button(Fold part, Feather fold, Feather unfold) {
    FontIcon icon = new FontIcon(fold);
    Button button = new Button(null, icon);
    button.getStyleClass().addAll("button-icon", "flat", "fold-button");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(click -> toggle(part));
    String name = "the " + part.title().toLowerCase(Locale.ROOT) + " (" + part.key().keys() + ")";
    Accessible.as(button, "fold-" + part.word(), "Fold " + name);
    folded(part)
        .addListener(
            (property, before, now) -> {
              icon.setIconCode(now ? unfold : fold);
              Accessible.describe(button, (now ? "Unfold " : "Fold ") + name);
            });
    if (folded(part).get()) {
      icon.setIconCode(unfold);
      Accessible.describe(button, "Unfold " + name);
    }
    return button;
  }

  /** The strip that stands in the place of a folded part: it names it, and unfolds it. */
  Button strip(Fold part, Feather unfold) {
    Button strip = new Button(part.title(), new FontIcon(unfold));
    strip.getStyleClass().addAll("fold-strip");
    strip.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    strip.setMinWidth(0);
    strip.setOnAction(click -> toggle(part));
    strip.visibleProperty().bind(folded(part));
    strip.managedProperty().bind(strip.visibleProperty());
    return Accessible.as(
        strip,
        "unfold-" + part.word(),
        "Unfold the " + part.title().toLowerCase(Locale.ROOT) + " (" + part.key().keys() + ")");
  }
}
