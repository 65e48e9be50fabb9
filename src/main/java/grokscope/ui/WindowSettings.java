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
import java.util.Map;
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
 * @param picture the id of the tab that was chosen
 */
record WindowSettings(Theme theme, double width, double height, boolean maximized, String picture) {
  static final WindowSettings USUAL =
      new WindowSettings(Theme.LIGHT, 1280, 800, false, PictureDeck.NONE);

  private static final Logger LOG = LoggerFactory.getLogger(WindowSettings.class);
  private static final String FILE = "window.json";
  private static final double SMALLEST = 480;
  private static final double LARGEST = 16_000;

  /** The settings in a folder. */
  static WindowSettings read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return USUAL;
    }
    try {
      Map<String, @Nullable Object> values = Json.read(AtomicFile.read(file));
      return new WindowSettings(
          Theme.of(values.get("theme")),
          size(values.get("width"), USUAL.width()),
          size(values.get("height"), USUAL.height()),
          Boolean.TRUE.equals(values.get("maximized")),
          picture(values.get("picture")));
    } catch (InvalidConfig | RuntimeException broken) {
      LOG.warn("The window settings in {} are not used: {}", file, broken.getMessage());
      return USUAL;
    }
  }

  /** Writes the settings; when that cannot be done, the next window has the usual ones. */
  void write(Path folder) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("theme", theme.word());
    values.put("width", width);
    values.put("height", height);
    values.put("maximized", maximized);
    values.put("picture", picture);
    try {
      Files.createDirectories(folder);
      AtomicFile.replace(folder.resolve(FILE), Json.page(values));
    } catch (IOException notWritable) {
      LOG.warn("The window settings were not written: {}", notWritable.getMessage());
    }
  }

  private static String picture(@Nullable Object value) {
    return PictureDeck.tabs().stream()
        .map(PictureDeck.Tab::id)
        .filter(id -> id.equals(value))
        .findFirst()
        .orElse(USUAL.picture());
  }

  private static double size(@Nullable Object value, double usual) {
    return value instanceof Number number
            && number.doubleValue() >= SMALLEST
            && number.doubleValue() <= LARGEST
        ? number.doubleValue()
        : usual;
  }
}
