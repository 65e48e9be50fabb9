package grokscope.ui.opening;

import grokscope.ui.control.Accessible;
import grokscope.ui.control.NoticeBar;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/**
 * Says how far the reading of a file is; of an import, ends it. There only while there is one. FX
 * thread only.
 */
public final class ImportStrip {
  private ImportStrip() {}

  /** Says which file of weights is being read. */
  public static Region of(WeightsOpening weights) {
    NoticeBar bar = new NoticeBar("trial-strip");
    bar.wordsProperty().bind(weights.progressProperty());
    return bar;
  }

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
