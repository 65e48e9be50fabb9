package grokscope.ui.help;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What is on the screen at this moment. Stateless; FX thread only. */
final class NowPage {
  private NowPage() {}

  static Node make(Situation now) {
    VBox column = HelpWords.column();
    for (NowText.Part part : NowText.of(now)) {
      column.getChildren().add(HelpWords.part(part.title(), part.words()));
    }
    column.setId("help-now");
    return column;
  }
}
