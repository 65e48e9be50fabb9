package grokscope.ui;

import grokscope.ui.chart.ChartLayout;
import grokscope.ui.color.Theme;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Dimension2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a window remembers, as it is now: its parts change these properties, and what is chosen once
 * and for all (theme, text size, folds, the tour, what was opened) is written at once, so that a
 * window that is opened meanwhile has it too; the rest when the window closes. FX thread only.
 */
final class WindowMemory {
  private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);

  private final Path folder;
  private Consumer<String> say = sentence -> {};
  private String unsaid = "";
  private final ObjectProperty<Theme> theme;
  private final DoubleProperty textScale;
  private final StringProperty picture;
  private final BooleanProperty tourSeen;
  private final ObjectProperty<List<String>> recent;
  private final ObjectProperty<Map<Fold, Boolean>> folds;
  private final ObjectProperty<Set<String>> headings;
  private final ObjectProperty<Optional<Double>> listHeight;
  private final DoubleProperty divider;
  private final ObjectProperty<ChartLayout> charts;
  private final ObjectProperty<Dimension2D> size;
  private final BooleanProperty maximized;
  private final boolean first;
  private boolean refused;

  /** What is remembered in a folder. */
  WindowMemory(Path folder) {
    this.folder = folder;
    WindowSettings.Found found = WindowSettings.read(folder);
    WindowSettings settings = found.settings();
    theme = new SimpleObjectProperty<>(settings.theme());
    textScale = new SimpleDoubleProperty(settings.textScale());
    picture = new SimpleStringProperty(settings.picture());
    tourSeen = new SimpleBooleanProperty(settings.tourSeen());
    recent = new SimpleObjectProperty<>(settings.recent());
    WindowLayout layout = settings.layout();
    folds = new SimpleObjectProperty<>(layout.folds());
    headings = new SimpleObjectProperty<>(layout.headings());
    listHeight = new SimpleObjectProperty<>(layout.listHeight());
    divider = new SimpleDoubleProperty(layout.divider());
    charts = new SimpleObjectProperty<>(layout.charts());
    size = new SimpleObjectProperty<>(new Dimension2D(settings.width(), settings.height()));
    maximized = new SimpleBooleanProperty(settings.maximized());
    for (ObservableValue<?> chosen :
        new ObservableValue<?>[] {theme, textScale, tourSeen, folds, recent}) {
      chosen.addListener((property, before, now) -> store());
    }
    unsaid = found.remark();
    first = found.first();
  }

  /** Whether nothing is remembered yet, so that size and text are chosen for the screen. */
  boolean first() {
    return first;
  }

  /** From now on what could not be read or written is said there, each once. */
  void tell(Consumer<String> listener) {
    say = listener;
    if (!unsaid.isEmpty()) {
      say.accept(unsaid);
      unsaid = "";
    }
  }

  ObjectProperty<Theme> theme() {
    return theme;
  }

  /** How large text is, from 0.8 to 2. */
  DoubleProperty textScale() {
    return textScale;
  }

  /** The id of the chosen tab. */
  StringProperty picture() {
    return picture;
  }

  /** Whether the tour of the first start was seen. */
  BooleanProperty tourSeen() {
    return tourSeen;
  }

  /** What was opened last, the latest first. */
  ObjectProperty<List<String>> recent() {
    return recent;
  }

  /** What was folded or unfolded by hand. */
  ObjectProperty<Map<Fold, Boolean>> folds() {
    return folds;
  }

  void fold(Fold part, boolean folded) {
    Map<Fold, Boolean> next = new LinkedHashMap<>(folds.get());
    next.put(part, folded);
    folds.set(Collections.unmodifiableMap(next));
  }

  /** The headings of the settings that are open. */
  ObjectProperty<Set<String>> headings() {
    return headings;
  }

  /** The height of the list at the usual text size; empty until it was dragged. */
  ObjectProperty<Optional<Double>> listHeight() {
    return listHeight;
  }

  /** Where the curves end and the picture begins, from 0 to 1. */
  DoubleProperty divider() {
    return divider;
  }

  /** Which charts are shown, and how they share their room. */
  ObjectProperty<ChartLayout> charts() {
    return charts;
  }

  /** The size of the window with its frame when it does not fill the screen. */
  ObjectProperty<Dimension2D> size() {
    return size;
  }

  /** Whether the window fills the screen. */
  BooleanProperty maximized() {
    return maximized;
  }

  /** Writes everything; where that is not possible says so, once. */
  void store() {
    WindowLayout layout =
        new WindowLayout(
            folds.get(),
            new LinkedHashSet<>(headings.get()),
            listHeight.get(),
            divider.get(),
            charts.get());
    WindowSettings settings =
        new WindowSettings(
            theme.get(),
            size.get().getWidth(),
            size.get().getHeight(),
            maximized.get(),
            textScale.get(),
            picture.get(),
            tourSeen.get(),
            recent.get(),
            layout);
    settings.write(folder).ifPresent(this::complain);
  }

  private void complain(String sentence) {
    if (!refused) {
      refused = true;
      LOG.warn("{}", sentence);
      say.accept(sentence);
    }
  }
}
