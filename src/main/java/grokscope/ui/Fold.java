package grokscope.ui;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/**
 * A part of the window that folds to a strip, with the key that folds it. Immutable, any thread.
 */
enum Fold {
  SETTINGS("settings", "Settings", KeyCode.F6),
  NOTE("note", "Note", KeyCode.F7),
  LIST("list", "Runs", KeyCode.F8),
  TIME("time", "Steps", KeyCode.F9);

  private final String word;
  private final String title;
  private final KeyCode key;

  Fold(String word, String title, KeyCode key) {
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

  KeyCode key() {
    return key;
  }

  static Optional<Fold> of(@Nullable Object word) {
    return Arrays.stream(values()).filter(fold -> fold.word.equals(word)).findFirst();
  }
}
