package grokscope.ui.opening;

import grokscope.config.InvalidConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.setting.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What can be done with presets and their files. A refusal is shown as a sentence and changes
 * nothing. FX thread only.
 */
public final class PresetActions {
  private final PresetStore store;
  private final Draft draft;
  private final Dialogs dialogs;
  private BiConsumer<String, Runnable> notice = (sentence, undo) -> {};

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

  /** Opens a file with a preset or a bare config, and says whether it could. */
  boolean open(Path file) {
    try {
      draft.open(store.read(file));
      return true;
    } catch (InvalidConfig refused) {
      dialogs.refuse("This file cannot be opened", refused.getMessage());
      return false;
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

  /** Says there that a preset was deleted, and how that is undone. */
  public void tell(BiConsumer<String, Runnable> listener) {
    notice = listener;
  }

  /** Moves the opened preset into the trash; nothing is asked, because it can be undone. */
  public void delete() {
    Preset preset = draft.preset();
    try {
      PresetStore.Trashed trashed = store.delete(preset.id());
      store.all().stream().findFirst().ifPresent(draft::open);
      String where = String.valueOf(trashed.file().getParent());
      notice.accept(
          "“" + preset.title() + "” is now in the folder " + where + ".", () -> undo(trashed));
    } catch (InvalidConfig refused) {
      dialogs.refuse("The preset was not deleted", refused.getMessage());
    }
  }

  private void undo(PresetStore.Trashed trashed) {
    try {
      draft.open(store.undelete(trashed));
    } catch (InvalidConfig refused) {
      notice.accept(refused.getMessage(), () -> undo(trashed)); // what is in the way may be moved
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
