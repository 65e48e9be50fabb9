package grokscope.ui;

import grokscope.config.Knob;
import grokscope.ui.words.Described;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;

/**
 * A text: a field to type in, and a button to look for a folder if it names one. FX thread only.
 */
final class TextRow extends KnobRow {
  private final KnobText text;
  private final TextField field = new TextField();
  private boolean showing;

  TextRow(String path, Knob.Text knob, LabModel model, Draft draft) {
    super(path, knob.title(), model, draft);
    this.text = new KnobText(knob);
    field.getStyleClass().add("knob-text");
    explain(field, knob);
    wireField();
    HBox line = new HBox(field);
    line.getStyleClass().add("knob-text-line");
    HBox.setHgrow(field, Priority.ALWAYS);
    if (knob.folder()) {
      field.setPromptText("No folder chosen");
      line.getChildren().add(browse(knob));
    }
    below(line);
  }

  private void wireField() {
    field
        .textProperty()
        .addListener(
            (property, before, typed) -> {
              if (!showing) {
                draft().type(path(), typed);
              }
            });
    field.setOnAction(enter -> finishTyping());
    field
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                finishTyping();
              }
            });
  }

  private Button browse(Knob.Text knob) {
    Button browse = new Button("Browse…");
    browse.getStyleClass().addAll("small", "knob-browse");
    Described.as(browse, nodeId() + "-browse", "Choose the folder: " + knob.title());
    browse.setOnAction(click -> lookForFolder(knob.title()));
    return browse;
  }

  private void lookForFolder(String title) {
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
    showText(draft().value(path()));
    settle();
  }

  private void finishTyping() {
    if (!draft().refuses(path())) {
      showValue(draft().value(path()));
      settle();
    }
  }

  @Override
  void showValue(Object value) {
    boolean typedThis = text.read(field.getText()).filter(value::equals).isPresent();
    if (!draft().refuses(path()) && !(field.isFocused() && typedThis)) {
      showText(value);
    }
  }

  private void showText(Object value) {
    showing = true;
    field.setText(text.write(value));
    showing = false;
  }

  @Override
  String words(Object value) {
    return String.valueOf(value).isEmpty() ? "nothing" : text.write(value);
  }
}
