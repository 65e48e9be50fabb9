package grokscope.cli.command;

/** Opens the window of the lab. Called on the main thread; it returns when the window is closed. */
@FunctionalInterface
public interface LabOpener {
  /**
   * Opens it.
   *
   * @param preset the id or file of the preset to open in it, which can be opened
   * @param autostart whether its run starts at once
   */
  void open(String preset, boolean autostart);
}
