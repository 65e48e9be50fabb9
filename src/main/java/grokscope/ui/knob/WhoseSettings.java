package grokscope.ui.knob;

import grokscope.ui.control.Visibility;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.WindowRuns;
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
    LabRun shown = runs.current();
    String words =
        runs.elsewhereProperty()
            .get()
            .filter(running -> shown != null)
            .map(running -> words(shown, running))
            .orElse("");
    setText(words);
    Visibility.reveal(this, !words.isEmpty());
  }

  private static String words(LabRun shown, LabRun running) {
    return "Settings of "
        + shown.brief()
        + ". "
        + running.brief()
        + " goes on with its own; a change here is for the next run.";
  }
}
