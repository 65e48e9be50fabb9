package grokscope.ui.figure;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What stands before the window while a figure is saved. FX thread only. */
public interface FigureDialogs {
  /**
   * Asks by a form.
   *
   * @param id of the dialog
   * @param yes the words on the button that agrees
   * @param answer what the form says now; empty while it cannot be agreed to
   */
  <T> Optional<T> ask(
      String id, String title, String yes, Node form, ObservableValue<Optional<T>> answer);

  /**
   * Asks where a file is to be saved, and whether one that is there may be replaced.
   *
   * @param name what is proposed
   * @param kind what such files are called
   * @param ending of their names, with the dot
   */
  Optional<Path> target(String title, String name, String kind, String ending);

  /**
   * Asks for a file to open.
   *
   * @param kind what such files are called
   * @param pattern which names they have
   */
  Optional<Path> chooseFile(String title, String kind, String pattern);

  /** Says in a sentence why something was refused. */
  void refuse(String title, String sentence);
}
