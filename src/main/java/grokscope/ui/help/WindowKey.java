package grokscope.ui.help;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The one list of the keys of the window: the window acts by it, and the help is written from it. A
 * key without a combination belongs to a part of the window, which acts by itself. Needs no
 * toolkit.
 */
public enum WindowKey {
  RUN(Group.RUN, "Space", "Run, pause, continue", plain(KeyCode.SPACE)),
  STEP(Group.RUN, ".", "One step, then wait", plain(KeyCode.PERIOD), plain(KeyCode.DECIMAL)),
  RESTART(Group.RUN, "Ctrl+R", "Start again with these settings", control(KeyCode.R)),
  EARLIER(Group.TIME, "←", "The checkpoint before", plain(KeyCode.LEFT)),
  LATER(Group.TIME, "→", "The next checkpoint; after the last one, live", plain(KeyCode.RIGHT)),
  TAB(Group.VIEW, "Ctrl+1 … 9", "Curves, or a picture of the network beside them", digits()),
  SETTINGS(Group.VIEW, "F6", "Fold or unfold the settings", plain(KeyCode.F6)),
  NOTE(Group.VIEW, "F7", "Fold or unfold the note on the experiment", plain(KeyCode.F7)),
  LIST(Group.VIEW, "F8", "Fold or unfold the list of runs", plain(KeyCode.F8)),
  TIME_BAR(Group.VIEW, "F9", "Fold or unfold the time bar", plain(KeyCode.F9)),
  LARGER(
      Group.VIEW,
      "Ctrl++",
      "Larger text",
      control(KeyCode.PLUS),
      control(KeyCode.ADD),
      control(KeyCode.EQUALS),
      shifted(KeyCode.EQUALS)),
  SMALLER(Group.VIEW, "Ctrl+−", "Smaller text", control(KeyCode.MINUS), control(KeyCode.SUBTRACT)),
  USUAL_SIZE(
      Group.VIEW,
      "Ctrl+0",
      "Text of the usual size",
      control(KeyCode.DIGIT0),
      control(KeyCode.NUMPAD0)),
  FULL_SCREEN(Group.VIEW, "F11", "Full screen, and back", plain(KeyCode.F11)),
  HELP(Group.HELP, "F1 or ?", "This help", plain(KeyCode.F1)),
  LEAVE(Group.HELP, "Esc", "Leave a field, close a list or this help"),
  OPEN(Group.LIST, "Enter", "Open the chosen run"),
  RENAME(Group.LIST, "F2", "Name the run, and write a note on it"),
  DELETE(Group.LIST, "Delete", "Move the chosen runs to the trash"),
  LOOK(Group.CURVES, "Click", "The pictures show the network of that step"),
  ZOOM(Group.CURVES, "Wheel", "Zoom the steps at the pointer"),
  ZOOM_VALUES(Group.CURVES, "Ctrl+wheel", "Zoom the values"),
  RANGE(Group.CURVES, "Drag", "Zoom into a range of steps, or of both with some height"),
  PAN(Group.CURVES, "Shift+drag", "Move what is shown"),
  LIVE(Group.CURVES, "Double click", "Show the whole run again"),
  LARGE(Group.CURVES, "Click a title", "Make the chart large, and put it back"),
  HIDE(Group.CURVES, "Click a legend", "Hide a curve, and show it again");

  /** What keys are for. */
  public enum Group {
    RUN("The run"),
    TIME("Earlier steps"),
    VIEW("The window"),
    HELP("Help"),
    LIST("In the list of runs"),
    CURVES("In the curves");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    /** Its keys, in the order of the list. */
    public List<WindowKey> keys() {
      return Arrays.stream(WindowKey.values()).filter(key -> key.group == this).toList();
    }
  }

  private static final String QUESTION_MARK = "?"; // on another key in almost every layout

  private final Group group;
  private final String keys;
  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of what never changes
  private final List<KeyCombination> combinations;

  WindowKey(Group group, String keys, String words, KeyCombination... combinations) {
    this.group = group;
    this.keys = keys;
    this.words = words;
    this.combinations = List.of(combinations);
  }

  private static KeyCombination plain(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCombination control(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination shifted(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  private static KeyCombination[] digits() {
    return new KeyCombination[] {
      control(KeyCode.DIGIT1),
      control(KeyCode.DIGIT2),
      control(KeyCode.DIGIT3),
      control(KeyCode.DIGIT4),
      control(KeyCode.DIGIT5),
      control(KeyCode.DIGIT6),
      control(KeyCode.DIGIT7),
      control(KeyCode.DIGIT8),
      control(KeyCode.DIGIT9)
    };
  }

  /** The key of the window that is pressed, if it is one. */
  public static Optional<WindowKey> of(KeyEvent pressed) {
    return Arrays.stream(values()).filter(key -> key.is(pressed)).findFirst();
  }

  private boolean is(KeyEvent pressed) {
    return combinations.stream().anyMatch(combination -> combination.match(pressed))
        || (this == HELP && pressed.getText().equals(QUESTION_MARK));
  }

  /** Which one of its combinations is pressed, from 0 on; −1 for none. */
  public int which(KeyEvent pressed) {
    for (int i = 0; i < combinations.size(); i++) {
      if (combinations.get(i).match(pressed)) {
        return i;
      }
    }
    return -1;
  }

  /** What chooses a tab, counted from 0 on; the first nine have a key. */
  public static Optional<String> tab(int number) {
    return number < TAB.combinations.size()
        ? Optional.of("Ctrl+" + (number + 1))
        : Optional.empty();
  }

  /** What is pressed, as people write it. */
  public String keys() {
    return keys;
  }

  /** What it does. */
  public String words() {
    return words;
  }

  /** Whether the window acts by it, and not a part of the window. */
  public boolean ofWindow() {
    return !combinations.isEmpty();
  }
}
