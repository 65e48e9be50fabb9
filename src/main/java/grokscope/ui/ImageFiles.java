package grokscope.ui;

import grokscope.ui.picture.PictureFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Asks with the dialogs of the window where a picture is to be saved. FX thread only. */
record ImageFiles(Dialogs dialogs) implements PictureFiles {
  @Override
  public Optional<Path> target(String name) {
    return dialogs.chooseImage(name);
  }

  @Override
  public void refused(String sentence) {
    dialogs.refuse("The picture was not saved", sentence);
  }
}
