package grokscope.ui.opening;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens a file or the folder of a run that is dropped on the window. FX thread only. */
public final class FileDrop {
  private FileDrop() {}

  public static void install(Scene scene, Consumer<Path> open) {
    scene.setOnDragOver(
        drag -> {
          if (dropped(drag).isPresent()) {
            drag.acceptTransferModes(TransferMode.COPY);
          }
          drag.consume();
        });
    scene.setOnDragDropped(
        drag -> {
          Optional<Path> file = dropped(drag);
          drag.setDropCompleted(file.isPresent());
          drag.consume();
          // A dialog inside the drop would hold up the window that the file comes from.
          file.ifPresent(path -> Platform.runLater(() -> open.accept(path)));
        });
  }

  private static Optional<Path> dropped(DragEvent drag) {
    List<File> files = drag.getDragboard().hasFiles() ? drag.getDragboard().getFiles() : List.of();
    return files.stream().map(File::toPath).filter(FileOpener::opens).findFirst();
  }
}
