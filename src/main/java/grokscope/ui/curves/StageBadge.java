package grokscope.ui.curves;

import grokscope.story.Account;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.session.WindowRuns;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What has become of the shown run so far, in a word or two. FX thread only. */
public final class StageBadge extends Label {
  public StageBadge(WindowRuns runs) {
    setId("badge");
    setMinWidth(Region.USE_PREF_SIZE);
    runs.accountProperty().addListener((property, before, now) -> show(now));
    show(runs.accountProperty().get());
  }

  private void show(Account account) {
    String words = account.badge();
    if (!words.equals(getText())) {
      setText(words);
      getStyleClass().setAll("label", "badge", "tone-" + account.stage().tone());
      Accessible.describe(this, NumberText.sentence(words) + ". " + account.stage().sentence());
    }
  }
}
