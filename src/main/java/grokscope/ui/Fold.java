package grokscope.ui;

import grokscope.ui.help.WindowKey;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the window that folds to a strip, with the key that folds it. Immutable, any thread.
 */
enum Fold {
  SETTINGS("settings", "Settings", WindowKey.SETTINGS),
  NOTE("note", "Note", WindowKey.NOTE),
  LIST("list", "Runs", WindowKey.LIST),
  TIME("time", "Steps", WindowKey.TIME_BAR);

  private final String word;
  private final String title;
  private final WindowKey key;

  Fold(String word, String title, WindowKey key) {
    this.word = word;
    this.title = title;
    this.key = key;
  }

  /** The word in the settings file and in the ids of its strip. */
  String word() {
    return word;
  }

  /** What its strip is called. */
  String title() {
    return title;
  }

  WindowKey key() {
    return key;
  }

  static Optional<Fold> of(@Nullable Object word) {
    return Arrays.stream(values()).filter(fold -> fold.word.equals(word)).findFirst();
  }
}
