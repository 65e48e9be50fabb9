package grokscope.ui.picture;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where a picture is to be saved. FX thread only. */
public interface PictureFiles {
  /**
   * A file to write, which does not exist or may be replaced.
   *
   * @param name what it could be called
   * @return empty when the dialog was cancelled
   */
  Optional<Path> target(String name);

  /** Says in a sentence why a picture was not saved. */
  void refused(String sentence);
}
