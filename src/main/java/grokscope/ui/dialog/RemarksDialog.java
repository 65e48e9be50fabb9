package grokscope.ui.dialog;

import grokscope.run.Remarks;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks what a run is called and what is worth remembering of it. FX thread only. */
final class RemarksDialog extends Dialog<Remarks> {
  private static final int ROWS = 5;

  RemarksDialog(Remarks before, String usualName) {
    TextField name = new TextField(before.name());
    name.setId("remarks-name");
    name.setPromptText(usualName);
    name.setPrefColumnCount(32);
    TextArea note = new TextArea(before.note());
    note.setId("remarks-note");
    note.setWrapText(true);
    note.setPrefRowCount(ROWS);
    CheckBox star = new CheckBox("Star");
    star.setId("remarks-star");
    star.setSelected(before.star());
    Label nameLabel = new Label("Name");
    nameLabel.setLabelFor(name);
    Label noteLabel = new Label("Note");
    noteLabel.setLabelFor(note);
    VBox content = new VBox(nameLabel, name, noteLabel, note, star);
    content.getStyleClass().add("remarks");
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
    setResultConverter(
        button ->
            button == ButtonType.OK
                ? new Remarks(name.getText(), note.getText(), star.isSelected())
                : null);
    setOnShown(shown -> Platform.runLater(name::requestFocus));
  }
}
