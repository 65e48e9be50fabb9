package grokscope.ui.dialog;

import grokscope.run.Remarks;
import grokscope.ui.figure.FigureDialogs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The questions and messages that stand before the window. FX thread only. */
public final class Dialogs implements FigureDialogs {
  private static final double WIDTH = 460;

  private final Supplier<Window> owner;
  private final String styleSheet;
  private Path last; // where somebody has chosen last

  /**
   * The dialogs of a window.
   *
   * @param runs where a chooser begins until another folder has been chosen, if it exists
   */
  public Dialogs(Supplier<Window> owner, String styleSheet, Path runs) {
    this.owner = owner;
    this.last = runs;
    this.styleSheet = styleSheet;
  }

  @Override
  public void refuse(String title, String sentence) {
    Alert alert = new Alert(Alert.AlertType.ERROR);
    prepare(alert, "refusal", title);
    Label words = new Label(sentence);
    words.setId("refusal-text");
    words.setWrapText(true);
    words.setPrefWidth(WIDTH);
    words.setMinHeight(Region.USE_PREF_SIZE);
    alert.getDialogPane().setContent(words);
    alert.showAndWait();
  }

  /** Asks before something is gone. */
  public boolean confirm(String title, String question, String yes) {
    return agrees(title, question, yes, ButtonType.CANCEL, yes);
  }

  /** Asks whether something is so; Enter and Esc say that it is not. */
  public boolean claim(String title, String question, String yes, String no) {
    return agrees(title, question, yes, new ButtonType(no, ButtonBar.ButtonData.CANCEL_CLOSE), no);
  }

  private boolean agrees(String title, String question, String yes, ButtonType no, String usual) {
    ButtonType agree = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, agree, no);
    prepare(alert, "confirmation", title);
    for (ButtonType type : alert.getButtonTypes()) {
      Button button = (Button) alert.getDialogPane().lookupButton(type);
      button.setDefaultButton(type.getText().equals(usual));
    }
    return alert.showAndWait().filter(agree::equals).isPresent();
  }

  /** Asks for a title. */
  public Optional<String> ask(String title, String label, String initial) {
    TextInputDialog dialog = new TextInputDialog(initial);
    prepare(dialog, "question", title);
    dialog.setHeaderText(null);
    dialog.setContentText(label);
    dialog.getEditor().setId("question-text");
    dialog.getEditor().setPrefColumnCount(28);
    dialog.setGraphic(null);
    return dialog.showAndWait().map(String::strip).filter(answer -> !answer.isEmpty());
  }

  @Override
  public <T> Optional<T> ask(
      String id, String title, String yes, Node form, ObservableValue<Optional<T>> answer) {
    ButtonType begin = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.getDialogPane().getButtonTypes().addAll(begin, ButtonType.CANCEL);
    prepare(dialog, id, title);
    dialog.getDialogPane().setContent(form);
    Node button = dialog.getDialogPane().lookupButton(begin);
    button.disableProperty().bind(answer.map(Optional::isEmpty));
    return dialog.showAndWait().filter(begin::equals).flatMap(agreed -> answer.getValue());
  }

  @Override
  public Optional<Path> chooseFile(String title, String kind, String pattern) {
    return chooseFile(title, new FileChooser.ExtensionFilter(kind, pattern));
  }

  /**
   * Asks for a file that usually has one of these endings, and may have any.
   *
   * @param patterns such as {@code *.json}
   */
  public Optional<Path> chooseAnyFile(String title, String kind, List<String> patterns) {
    return chooseFile(
        title,
        new FileChooser.ExtensionFilter(kind, patterns),
        new FileChooser.ExtensionFilter("All files", "*"));
  }

  private Optional<Path> chooseFile(String title, FileChooser.ExtensionFilter... filters) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().addAll(filters);
    begin().ifPresent(chooser::setInitialDirectory);
    return rememberFolder(chooser.showOpenDialog(owner.get()));
  }

  /**
   * Asks what a run is called; without an answer nothing is to change.
   *
   * @param run its number and its name
   * @param before what was said of it
   * @param usualName what it is called without a name
   */
  public Optional<Remarks> remarks(String run, Remarks before, String usualName) {
    RemarksDialog dialog = new RemarksDialog(before, usualName);
    prepare(dialog, "remarks", "Name and note");
    dialog.setHeaderText(run);
    return dialog.showAndWait();
  }

  /** Asks for a folder. */
  public Optional<Path> chooseFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    begin().ifPresent(chooser::setInitialDirectory);
    return rememberFolder(chooser.showDialog(owner.get()));
  }

  /** A chooser begins in the folder of this file, until another has been chosen. */
  public void beginBeside(Path file) {
    Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(at -> last = at);
  }

  private Optional<File> begin() {
    return Optional.of(last).filter(Files::isDirectory).map(Path::toFile);
  }

  private Optional<Path> rememberFolder(File chosen) {
    Optional<Path> path = Optional.ofNullable(chosen).map(File::toPath);
    path.map(at -> Files.isDirectory(at) ? at : at.getParent()).ifPresent(at -> last = at);
    return path;
  }

  /**
   * Where the ending that belongs to a file leads to one that exists, asks about that too; about
   * the very file that was chosen, the system has asked.
   */
  @Override
  public Optional<Path> target(String title, String name, String kind, String ending) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + ending));
    begin().ifPresent(chooser::setInitialDirectory);
    return rememberFolder(chooser.showSaveDialog(owner.get()))
        .flatMap(chosen -> withEnding(chosen, ending));
  }

  private Optional<Path> withEnding(Path chosen, String ending) {
    String name = String.valueOf(chosen.getFileName());
    if (name.endsWith(ending)) {
      return Optional.of(chosen);
    }
    Path file = chosen.resolveSibling(name + ending);
    boolean free = !Files.exists(file);
    return free || confirm("Replace the file", file.getFileName() + " exists.", "Replace")
        ? Optional.of(file)
        : Optional.empty();
  }

  private void prepare(Dialog<?> dialog, String id, String title) {
    dialog.initOwner(owner.get());
    dialog.setTitle(title);
    dialog.setHeaderText(title);
    dialog.getDialogPane().setId(id);
    dialog.getDialogPane().getStylesheets().add(styleSheet);
    dialog.setResizable(false);
    keepOverOwner(dialog);
  }

  /**
   * Puts a dialog over the middle of its window when its size is known, and on the screen in any
   * case. Some window managers tell the size only after they have placed it, by its corner.
   */
  private void keepOverOwner(Dialog<?> dialog) {
    dialog
        .showingProperty()
        .addListener(
            (property, before, showing) -> {
              Window window = dialog.getDialogPane().getScene().getWindow();
              if (showing && window != null && owner.get() != null) {
                DialogPlace.keep(window, owner.get());
              }
            });
  }
}
