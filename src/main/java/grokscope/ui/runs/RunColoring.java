package grokscope.ui.runs;

import grokscope.figure.RunColors;
import grokscope.figure.RunIdentity;
import grokscope.run.RunFolder;
import grokscope.run.RunLibrary;
import grokscope.run.RunNumber;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabRun;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Gives a run another colour where it would be drawn like another one, and keeps that in its
 * folder. FX thread only.
 */
final class RunColoring {
  private final RunLibrary library;
  private final BackgroundReader backgroundReader;
  private final Consumer<String> trouble;

  /**
   * A colouring.
   *
   * @param trouble hears in a sentence why a colour cannot be kept
   */
  RunColoring(RunLibrary library, BackgroundReader backgroundReader, Consumer<String> trouble) {
    this.library = library;
    this.backgroundReader = backgroundReader;
    this.trouble = trouble;
  }

  /** Makes sure that a run has a colour of its own among these. */
  void distinguish(RunRow row, List<RunIdentity> drawn) {
    free(row.facts().identity(), drawn)
        .ifPresent(
            color -> {
              row.recolor(color);
              keep(row.facts().folder(), row.facts().identity());
            });
  }

  /** The same for the run that is shown. */
  void distinguish(LabRun run, List<RunIdentity> drawn) {
    free(run.identity(), drawn)
        .ifPresent(
            color -> {
              run.identify(run.identity().in(color));
              keep(run.folder(), run.identity());
            });
  }

  /** Another colour for a run, if one of these has its. */
  private static Optional<Integer> free(RunIdentity run, List<RunIdentity> drawn) {
    List<Integer> taken = drawn.stream().map(RunIdentity::color).toList();
    return taken.contains(run.color()) ? RunColors.free(taken) : Optional.empty();
  }

  private void keep(Optional<RunFolder> folder, RunIdentity identity) {
    if (folder.isPresent() && identity.number() > 0) {
      RunNumber number = new RunNumber(identity.number(), OptionalInt.of(identity.color()));
      backgroundReader.ask(
          () -> {
            library.color(folder.get(), number);
            return number;
          },
          kept -> {},
          trouble);
    }
  }
}
