package grokscope.ui.bar;

import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunController;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way back to the run in progress, there while another run is looked at. FX thread only. */
public final class BackToRunning extends Button {
  public BackToRunning(RunController controller) {
    setGraphic(new FontIcon(Feather.CORNER_UP_LEFT));
    getStyleClass().addAll("small", "accent");
    setMinWidth(Region.USE_PREF_SIZE);
    Accessible.as(this, "back-to-running", "Show the run in progress and its settings again");
    setOnAction(
        click -> {
          controller.back();
          getScene().getRoot().requestFocus(); // the button is gone
        });
    var elsewhere = controller.runs().elsewhereProperty();
    elsewhere.addListener((property, before, now) -> show(now));
    show(elsewhere.get());
  }

  private void show(Optional<LabRun> running) {
    running.ifPresent(run -> setText("Back to " + run.brief() + ", running"));
    Visibility.reveal(this, running.isPresent());
  }
}
