package grokscope.ui.knob;

import grokscope.ui.control.Visibility;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.WindowRuns;
import java.util.Optional;
import javafx.scene.control.Label;

/**
 * Says whose settings the panel shows, where those are not the ones of the run in progress. FX
 * thread only.
 */
final class WhoseSettings extends Label {
  private final WindowRuns runs;

  WhoseSettings(WindowRuns runs) {
    this.runs = runs;
    setId("whose-settings");
    getStyleClass().add("whose-settings");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    runs.currentProperty().addListener(change -> show());
    runs.elsewhereProperty().addListener(change -> show());
    show();
  }

  private void show() {
    Optional<LabRun> running = runs.elsewhereProperty().get();
    LabRun shown = runs.current();
    String words = shown == null || running.isEmpty() ? "" : words(shown, running.get());
    setText(words);
    Visibility.reveal(this, !words.isEmpty());
  }

  private static String words(LabRun shown, LabRun running) {
    return (shown.weights().isPresent() // which leave the settings as they were
            ? ""
            : "These are of " + shown.brief() + ". ")
        + running.brief()
        + " goes on with its own settings; a change here is for the next run.";
  }
}
