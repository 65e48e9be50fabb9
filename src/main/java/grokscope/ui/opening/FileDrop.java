package grokscope.ui.opening;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens files and folders that are dropped on the window. FX thread only. */
public final class FileDrop {
  private FileDrop() {}

  /**
   * Takes what is dropped from now on.
   *
   * @param open gets everything that was dropped at once, at least one path
   */
  public static void install(Scene scene, Consumer<List<Path>> open) {
    scene.setOnDragOver(
        drag -> {
          if (!dropped(drag).isEmpty()) {
            drag.acceptTransferModes(TransferMode.COPY);
          }
          drag.consume();
        });
    scene.setOnDragDropped(
        drag -> {
          List<Path> files = dropped(drag);
          drag.setDropCompleted(!files.isEmpty());
          drag.consume();
          if (!files.isEmpty()) {
            // A dialog inside the drop would hold up the window that the file comes from.
            Platform.runLater(() -> open.accept(files));
          }
        });
  }

  private static List<Path> dropped(DragEvent drag) {
    List<File> files = drag.getDragboard().hasFiles() ? drag.getDragboard().getFiles() : List.of();
    return files.stream().map(File::toPath).toList();
  }
}
