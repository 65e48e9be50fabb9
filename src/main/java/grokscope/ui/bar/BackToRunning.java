package grokscope.ui.bar;

import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunController;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way back to the run in progress, there while another run is looked at. FX thread only. */
public final class BackToRunning extends Button {
  private static final double WORDS_FROM = 620;

  private final ReadOnlyObjectProperty<Optional<LabRun>> elsewhere;

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
    elsewhere = controller.runs().elsewhereProperty();
    elsewhere.addListener(change -> show());
    parentProperty()
        .addListener(
            (property, before, around) -> {
              if (around instanceof Region line) {
                line.widthProperty().addListener(change -> show());
              }
            });
    show();
  }

  /** Beside a picture there is room for the number only. */
  private void show() {
    Optional<LabRun> running = elsewhere.get();
    boolean room = !(getParent() instanceof Region line) || line.getWidth() >= WORDS_FROM;
    running.ifPresent(run -> setText(room ? "Back to " + run.brief() + ", running" : run.brief()));
    Visibility.reveal(this, running.isPresent());
  }
}
