package grokscope.ui.knob;

import grokscope.config.knob.TextKnob;
import grokscope.story.KnobText;
import grokscope.ui.control.Accessible;
import grokscope.ui.session.RunController;
import grokscope.ui.setting.Draft;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;

/**
 * A text: a field to type in, and a button to look for a folder if it names one. FX thread only.
 */
final class TextRow extends KnobRow {
  private final KnobText text;
  private final KnobField field;

  TextRow(String path, TextKnob knob, RunController controller, Draft draft) {
    super(path, knob.title(), controller, draft);
    this.text = new KnobText(knob);
    this.field = new KnobField(path, text, draft, this::settle);
    field.getStyleClass().add("knob-text");
    explain(field, knob);
    HBox line = new HBox(field);
    line.getStyleClass().add("knob-text-line");
    HBox.setHgrow(field, Priority.ALWAYS);
    if (knob.folder()) {
      field.setPromptText("No folder chosen");
      line.getChildren().add(browse(knob));
    }
    below(line);
  }

  private Button browse(TextKnob knob) {
    Button browse = new Button("Browse…");
    browse.getStyleClass().addAll("small", "knob-browse");
    Accessible.as(browse, nodeId() + "-browse", "Choose the folder: " + knob.title());
    browse.setOnAction(click -> chooseFolder(knob.title()));
    return browse;
  }

  private void chooseFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    present().ifPresent(chooser::setInitialDirectory);
    Optional.ofNullable(chooser.showDialog(getScene().getWindow())).ifPresent(this::take);
  }

  /** Where to look first; a folder that is gone would make the chooser refuse to open. */
  private Optional<File> present() {
    File folder = new File(String.valueOf(draft().value(path())));
    return folder.isDirectory() ? Optional.of(folder) : Optional.empty();
  }

  /** Takes over a folder that was chosen. */
  void take(File folder) {
    draft().set(path(), folder.getPath());
    field.write(draft().value(path()));
    settle();
  }

  @Override
  void showValue(Object value) {
    field.show(value);
  }

  @Override
  String words(Object value) {
    return String.valueOf(value).isEmpty() ? "nothing" : text.write(value);
  }
}
