package grokscope.ui;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.ui.color.Theme;
import grokscope.ui.picture.PictureDeck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a window remembers from one start to the next. A settings file that is missing, broken or
 * from another version never stops anything: what cannot be read has its usual value. Immutable,
 * any thread.
 *
 * @param theme light or dark
 * @param width of the window with its frame, in pixels
 * @param height of the window with its frame, in pixels
 * @param maximized whether it filled the screen
 * @param textScale how large text is, 1 as usual
 * @param picture the id of the tab that was chosen
 * @param tourSeen whether the tour of the first start was seen
 * @param recent the files and folders that were opened last, the latest first, at most eight
 * @param layout what was folded, opened and dragged
 */
record WindowSettings(
    Theme theme,
    double width,
    double height,
    boolean maximized,
    double textScale,
    String picture,
    boolean tourSeen,
    List<String> recent,
    WindowLayout layout) {
  /** So many files that were opened are remembered. */
  static final int MOST_RECENT = 8;

  static final WindowSettings USUAL =
      new WindowSettings(
          Theme.LIGHT, 1280, 800, false, 1, PictureDeck.NONE, false, List.of(), WindowLayout.USUAL);

  private static final Logger LOG = LoggerFactory.getLogger(WindowSettings.class);
  private static final String FILE = "window.json";
  private static final double SMALLEST = 480;
  private static final double LARGEST = 16_000;

  /**
   * Settings, and what has to be said about where they came from.
   *
   * @param remark a sentence; empty when everything could be read
   * @param first whether no window was ever remembered
   */
  record Found(WindowSettings settings, String remark, boolean first) {}

  /** The settings in a folder. */
  static Found read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return new Found(USUAL, "", true);
    }
    try {
      return found(Json.read(AtomicFile.read(file)), file);
    } catch (InvalidConfig | RuntimeException broken) {
      LOG.warn("The window settings in {} are not used: {}", file, broken.getMessage());
      return new Found(
          USUAL,
          FILE + " cannot be read, so the window has its usual size, colours and layout.",
          false);
    }
  }

  private static Found found(Map<String, @Nullable Object> values, Path file) {
    WindowLayout layout = WindowLayout.USUAL;
    String remark = "";
    if (values.containsKey("layout")) { // a file from before there was one is as good as any
      try {
        layout = WindowLayout.of(values.get("layout"));
      } catch (InvalidConfig foreign) {
        LOG.warn("The layout in {} is not used: {}", file, foreign.getMessage());
        remark =
            "The layout in "
                + FILE
                + " is damaged or from another version of Grokscope, so the window has its usual"
                + " one.";
      }
    }
    WindowSettings settings =
        new WindowSettings(
            Theme.of(values.get("theme")),
            size(values.get("width"), USUAL.width()),
            size(values.get("height"), USUAL.height()),
            Boolean.TRUE.equals(values.get("maximized")),
            values.get("textScale") instanceof Number scale
                ? TextSize.allowed(scale.doubleValue())
                : USUAL.textScale(),
            picture(values.get("picture")),
            Boolean.TRUE.equals(values.get("tourSeen")),
            recent(values.get("recent")),
            layout);
    return new Found(settings, remark, false);
  }

  /**
   * Writes the settings.
   *
   * @return a sentence that says why that cannot be done; the next window has the former ones then
   */
  Optional<String> write(Path folder) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("theme", theme.word());
    values.put("width", width);
    values.put("height", height);
    values.put("maximized", maximized);
    values.put("textScale", textScale);
    values.put("picture", picture);
    values.put("tourSeen", tourSeen);
    values.put("recent", recent);
    values.put("layout", layout.values());
    try {
      Files.createDirectories(folder);
      AtomicFile.replace(folder.resolve(FILE), Json.page(values));
      return Optional.empty();
    } catch (IOException notWritable) {
      return Optional.of(
          "Size, colours and layout of the window are not remembered: "
              + folder.resolve(FILE)
              + " cannot be written ("
              + AtomicFile.reason(notWritable)
              + ").");
    }
  }

  /** The size of a first window. */
  static Dimension2D usualSize() {
    return new Dimension2D(USUAL.width(), USUAL.height());
  }

  private static String picture(@Nullable Object value) {
    return PictureDeck.tabs().stream()
        .map(PictureDeck.Tab::id)
        .filter(id -> id.equals(value))
        .findFirst()
        .orElse(USUAL.picture());
  }

  private static List<String> recent(@Nullable Object value) {
    return value instanceof List<?> paths
        ? paths.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .limit(MOST_RECENT)
            .toList()
        : USUAL.recent();
  }

  private static double size(@Nullable Object value, double usual) {
    return value instanceof Number number
            && number.doubleValue() >= SMALLEST
            && number.doubleValue() <= LARGEST
        ? number.doubleValue()
        : usual;
  }
}
