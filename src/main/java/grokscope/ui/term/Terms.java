package grokscope.ui.term;

import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;

/**
 * Explains words of the field where they stand: dots under them, and their meaning when the pointer
 * rests there. FX thread only.
 */
public final class Terms {
  /** The style class of a label with such a word. */
  static final String STYLE = "term";

  private static final int MOST = 2; // meanings in one tooltip

  private Terms() {}

  /**
   * Explains the words of a label, now and after it has changed; one without such a word stays as
   * it is.
   */
  public static <L extends Labeled> L mark(L label) {
    return mark(label, "");
  }

  /**
   * The same for a label that can be clicked.
   *
   * @param hint what a click does, as a sentence; empty for nothing
   */
  public static <L extends Labeled> L mark(L label, String hint) {
    label.textProperty().addListener((property, before, now) -> explain(label, hint));
    explain(label, hint);
    return label;
  }

  private static void explain(Labeled label, String hint) {
    String meaning = meaning(label.getText());
    if (meaning.isEmpty()) {
      label.getStyleClass().remove(STYLE);
    } else {
      underline(label);
    }
    String words = (meaning + "\n" + hint).strip();
    if (words.isEmpty()) {
      Accessible.silence(label);
    } else {
      Accessible.help(label, words);
    }
  }

  /** Puts the dots under a label that says by itself what it means. */
  public static <L extends Labeled> L underline(L label) {
    if (!label.getStyleClass().contains(STYLE)) {
      label.getStyleClass().add(STYLE);
    }
    return label;
  }

  /** Whether the glossary explains a word of a label. */
  public static boolean known(String label) {
    return !Glossary.SHIPPED.in(label).isEmpty();
  }

  /** What the words of a label mean; empty where there is none. */
  public static String meaning(String label) {
    List<Glossary.Entry> found = Glossary.SHIPPED.in(label);
    if (found.size() == 1) {
      return found.get(0).meaning();
    }
    return found.stream()
        .limit(MOST)
        .map(entry -> NumberText.sentence(entry.title()) + ": " + entry.meaning())
        .collect(Collectors.joining("\n"));
  }
}
