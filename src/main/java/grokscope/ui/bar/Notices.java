package grokscope.ui.bar;

import grokscope.ui.control.NoticeBar;
import grokscope.ui.session.Trouble;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the bars at the top that come and go. Stateless; FX thread only. */
public final class Notices {
  private Notices() {}

  /** What went wrong with a run, in words, until it is dismissed. */
  public static NoticeBar trouble(Trouble trouble) {
    NoticeBar bar = new NoticeBar("banner");
    bar.wrap();
    bar.begin(new FontIcon(Feather.ALERT_TRIANGLE));
    bar.addDismissal(trouble::dismiss);
    bar.wordsProperty().bind(trouble.wordsProperty());
    return bar;
  }
}
