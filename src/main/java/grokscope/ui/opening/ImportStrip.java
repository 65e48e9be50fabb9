package grokscope.ui.opening;

import grokscope.ui.control.Accessible;
import grokscope.ui.control.NoticeBar;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** Says how far an import is, and ends it; there only while there is one. FX thread only. */
public final class ImportStrip {
  private ImportStrip() {}

  /** The strip of a window. */
  public static Region of(SequenceOpening sequences) {
    NoticeBar bar = new NoticeBar("import-strip");
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().addAll("small", "flat");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(click -> sequences.cancel());
    bar.add(Accessible.as(cancel, "import-cancel", "Give up this import; nothing of it stays"));
    bar.wordsProperty().bind(sequences.progressProperty());
    return bar;
  }
}
