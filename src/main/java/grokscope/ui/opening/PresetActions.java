package grokscope.ui.opening;

import grokscope.config.InvalidConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.setting.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with presets and their files. A refusal is shown as a sentence and changes
 * nothing. FX thread only.
 */
public final class PresetActions {
  private final PresetStore store;
  private final Draft draft;
  private final Dialogs dialogs;

  public PresetActions(PresetStore store, Draft draft, Dialogs dialogs) {
    this.store = store;
    this.draft = draft;
    this.dialogs = dialogs;
  }

  /** Every preset that can be opened. */
  public List<Preset> all() {
    return store.all();
  }

  /** The presets in which every one of these words is found, the likeliest first. */
  public List<Preset> search(String words) {
    return store.search(words);
  }

  /** Opens the experiment that everybody begins with. */
  public void openFirst() {
    store.find(PresetStore.DEFAULT).ifPresent(draft::open);
  }

  public void open(Preset preset) {
    draft.open(preset);
  }

  /** Opens a file with a preset or a bare config. */
  void open(Path file) {
    try {
      draft.open(store.read(file));
    } catch (InvalidConfig refused) {
      dialogs.refuse("This file cannot be opened", refused.getMessage());
    }
  }

  public void saveAs() {
    if (!draft.problems().isEmpty()) {
      dialogs.refuse("These settings cannot be saved yet", draft.reason());
      return;
    }
    Preset from = draft.preset();
    Optional<String> title = dialogs.ask("Save as a preset", "Title", from.title() + " (copy)");
    if (title.isEmpty()) {
      return;
    }
    try {
      draft.savedAs(store.saveAs(title.get(), from.story(), from.focus(), draft.config()));
    } catch (InvalidConfig refused) {
      dialogs.refuse("The preset was not saved", refused.getMessage());
    }
  }

  public void rename() {
    Preset preset = draft.preset();
    Optional<String> title = dialogs.ask("Rename the preset", "Title", preset.title());
    if (title.isEmpty() || title.get().equals(preset.title())) {
      return;
    }
    try {
      draft.savedAs(store.rename(preset.id(), title.get()));
    } catch (InvalidConfig refused) {
      dialogs.refuse("The preset was not renamed", refused.getMessage());
    }
  }

  public void delete() {
    Preset preset = draft.preset();
    String question = "“" + preset.title() + "” will be gone for good. Its runs are kept.";
    if (!dialogs.confirm("Delete this preset?", question, "Delete")) {
      return;
    }
    try {
      store.delete(preset.id());
      store.all().stream().findFirst().ifPresent(draft::open);
    } catch (InvalidConfig refused) {
      dialogs.refuse("The preset was not deleted", refused.getMessage());
    }
  }

  /** Whether the opened preset is a saved one of the user's. */
  public boolean own() {
    Preset preset = draft.preset();
    return store
        .find(preset.id())
        .filter(saved -> !saved.shipped())
        .filter(preset::equals)
        .isPresent();
  }
}
