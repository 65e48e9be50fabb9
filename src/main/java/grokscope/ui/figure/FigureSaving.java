package grokscope.ui.figure;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.figure.ink.Typeface;
import grokscope.figure.print.FigureFiles;
import grokscope.figure.print.FigureFiles.Sheet;
import grokscope.figure.print.FigureSpec;
import grokscope.figure.print.FigureSpecFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Saves figures of what is on the screen, as the user wants them. FX thread only. */
public final class FigureSaving {
  private static final String SETTINGS = "Figure settings";
  private static final String JSON = ".json";
  private static final String NOT_SAVED = "The figure was not saved";

  private final FigureDialogs dialogs;
  private final FigureMemory memory;

  /**
   * One that remembers in a folder how figures were saved last.
   *
   * @param folder need not exist
   */
  public FigureSaving(FigureDialogs dialogs, Path folder) {
    this.dialogs = dialogs;
    this.memory = new FigureMemory(folder);
  }

  /** Asks how a figure is to be saved and where, and saves it; a problem is said. */
  public void save(FigureDraft draft) {
    Typeface face = Typeface.load();
    FigureForm form = new FigureForm(draft, memory.last(), face, this::load, this::store);
    dialogs
        .ask("save-figure", "Save this figure", "Save…", form, form.answerProperty())
        .ifPresent(spec -> write(draft, spec, face));
  }

  private void write(FigureDraft draft, FigureSpec spec, Typeface face) {
    memory.remember(
        draft.curves() ? spec : spec.on(spec.page().with(memory.last().page().heights())));
    String format = spec.page().format().word();
    dialogs
        .target(
            "Save this figure",
            draft.name() + spec.page().format().ending(),
            format.toUpperCase(Locale.ROOT) + " files",
            spec.page().format().ending())
        .ifPresent(
            to -> {
              try {
                Sheet sheet = draft.maker().make(spec, face);
                FigureFiles.write(
                    sheet, spec.page().format(), spec.page().dpi(), face, to, true); // was asked
              } catch (InvalidConfig refused) {
                dialogs.refuse(NOT_SAVED, refused.getMessage());
              }
            });
  }

  /** The settings of a file that is asked for. */
  private Optional<FigureSpec> load() {
    Optional<Path> file = dialogs.chooseFile("Load settings", SETTINGS, "*" + JSON);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(FigureSpecFormat.read(file.get()));
    } catch (InvalidConfig refused) {
      dialogs.refuse("The settings were not loaded", refused.getMessage());
      return Optional.empty();
    }
  }

  private void store(String name, FigureSpec spec) {
    dialogs
        .target("Save settings", name + JSON, SETTINGS, JSON)
        .ifPresent(
            to -> {
              try {
                AtomicFile.replace(to, Json.page(FigureSpecFormat.write(spec)));
              } catch (IOException e) {
                dialogs.refuse(
                    "The settings were not saved", AtomicFile.refusal(to, e).getMessage());
              }
            });
  }
}
