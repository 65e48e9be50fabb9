package grokscope.ui.runs;

import grokscope.config.InvalidConfig;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunTrash;
import grokscope.run.export.ExportFormat;
import grokscope.run.export.ExportedRun;
import grokscope.run.export.RunExporter;
import grokscope.ui.control.NoticeBar;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.opening.StoredRunActions;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.StoredRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * What can be done with the runs that are listed. The disk is touched in the background only; what
 * came of it is said below the table. FX thread only.
 */
final class RunActions {
  private final StoredRuns stored;
  private final BackgroundReader backgroundReader;
  private final Dialogs dialogs;
  private final RunRows rows;
  private final RunOverlay overlay;
  private final NoticeBar notice;
  private final StoredRunActions storedRunActions;
  private final Consumer<LabRun> beside;

  RunActions(
      StoredRuns stored,
      BackgroundReader backgroundReader,
      Dialogs dialogs,
      RunRows rows,
      RunOverlay overlay,
      NoticeBar notice,
      StoredRunActions storedRunActions,
      Consumer<LabRun> beside) {
    this.beside = beside;
    this.stored = stored;
    this.backgroundReader = backgroundReader;
    this.dialogs = dialogs;
    this.rows = rows;
    this.overlay = overlay;
    this.notice = notice;
    this.storedRunActions = storedRunActions;
  }

  /** Shows a run in the window: its curves, its networks, its settings. */
  void bringBack(RunRow row) {
    row.run()
        .filter(run -> !run.forgotten())
        .ifPresentOrElse(
            storedRunActions::show, () -> whole(row).ifPresent(storedRunActions::open));
  }

  /** Shows the pictures of a run beside those of the shown one. */
  void compare(RunRow row) {
    row.run()
        .filter(run -> !run.forgotten())
        .ifPresentOrElse(
            beside, () -> whole(row).ifPresent(folder -> storedRunActions.compare(folder, beside)));
  }

  /** Goes on with a run until its last step. */
  void resume(RunRow row) {
    whole(row).ifPresent(folder -> storedRunActions.resume(folder, 0));
  }

  private Optional<RunFolder> whole(RunRow row) {
    if (row.facts().broken()) {
      notice.say(row.facts().problem());
      return Optional.empty();
    }
    if (row.facts().folder().isEmpty()) {
      notice.say("This run is not being saved, so it cannot be opened again.");
    }
    return row.facts().folder();
  }

  /** Draws only this run behind the live one. */
  void show(RunRow row) {
    if (row.facts().broken()) {
      notice.say(row.facts().problem());
      return;
    }
    overlay.only(Optional.of(row));
  }

  void star(RunRow row) {
    write(row, row.facts().remarks().withStar(!row.facts().remarks().star()));
  }

  /** Asks for a name and a note. */
  void remark(RunRow row) {
    if (row.facts().folder().isEmpty()) {
      notice.say("This run is not being saved, so it cannot have a name or a note.");
      return;
    }
    dialogs
        .remarks(row.facts().identity().label(), row.facts().remarks(), row.facts().usualName())
        .ifPresent(now -> write(row, now));
  }

  private void write(RunRow row, Remarks remarks) {
    row.facts()
        .folder()
        .ifPresent(
            folder ->
                backgroundReader.ask(
                    () -> {
                      stored.library().remark(folder, remarks);
                      return remarks;
                    },
                    now -> {
                      row.remark(now);
                      overlay.renamed(row);
                    },
                    notice::say));
  }

  private record Deleted(RunRow row, RunTrash.Trashed trashed) {}

  private record Deletion(List<Deleted> deleted, List<String> refusals) {}

  /** Moves runs into the trash; nothing is asked, because it can be undone. */
  void delete(List<RunRow> chosen) {
    List<RunRow> saved = having(chosen, run -> run.folder().isPresent());
    if (saved.isEmpty()) {
      return;
    }
    backgroundReader.ask(() -> deleted(saved), this::tell, notice::say);
  }

  private Deletion deleted(List<RunRow> chosen) {
    Deletion deletion = new Deletion(new ArrayList<>(), new ArrayList<>());
    for (RunRow row : chosen) {
      try {
        RunFolder folder = row.facts().folder().orElseThrow();
        deletion.deleted().add(new Deleted(row, stored.library().delete(folder)));
      } catch (InvalidConfig refused) {
        deletion.refusals().add(refused.getMessage());
      }
    }
    return deletion;
  }

  private void tell(Deletion deletion) {
    for (Deleted one : deletion.deleted()) {
      overlay.uncheck(one.row());
      rows.hide(one.row(), true);
    }
    String refusals = String.join(" ", deletion.refusals());
    if (deletion.deleted().isEmpty()) {
      notice.say(refusals);
      return;
    }
    Deleted first = deletion.deleted().get(0);
    int count = deletion.deleted().size();
    String what =
        count == 1 ? "“" + first.row().facts().identity().label() + "” is" : count + " runs are";
    notice.offer(
        (what + " now in the folder " + first.trashed().trash().getParent() + ". " + refusals)
            .strip(),
        "Undo",
        () -> undo(deletion.deleted()));
  }

  /** Runs that are back, those that are still in the trash, and why. */
  private record Return(List<RunRow> back, List<Deleted> left, List<String> refusals) {}

  private void undo(List<Deleted> deleted) {
    backgroundReader.ask(() -> returned(deleted), this::tell, notice::say);
  }

  private Return returned(List<Deleted> deleted) {
    Return all = new Return(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Deleted one : deleted) {
      try {
        stored.library().undelete(one.trashed());
        all.back().add(one.row());
      } catch (InvalidConfig refused) {
        all.left().add(one);
        all.refusals().add(refused.getMessage());
      }
    }
    return all;
  }

  /** What stands in the way of a run can be moved away, so that one is offered again. */
  private void tell(Return all) {
    all.back().forEach(row -> rows.hide(row, false));
    if (!all.left().isEmpty()) {
      notice.offer(String.join(" ", all.refusals()), "Undo", () -> undo(all.left()));
    }
  }

  /** Shows the folder of a run; because that may do nothing, its path is there to be copied. */
  void open(RunRow row) {
    row.facts()
        .folder()
        .map(RunFolder::path)
        .ifPresent(
            path -> {
              notice.offer("The run is in " + path + ".", "Copy path", () -> copy(path));
              stored.opener().accept(path);
            });
  }

  private static void copy(Path path) {
    ClipboardContent content = new ClipboardContent();
    content.putString(path.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Writes runs in a format: one into the file, several into the folder that is asked for. */
  void export(List<RunRow> chosen, ExportFormat format) {
    List<RunRow> whole = having(chosen, run -> run.folder().isPresent() && !run.broken());
    String title = "Export as " + format.id();
    if (whole.size() == 1) {
      RunRow row = whole.get(0);
      dialogs
          .target(title, fileName(row, format), format.id() + " files", format.ending())
          .ifPresent(
              to -> {
                notice.say("Exporting …");
                backgroundReader.ask(() -> exported(row, format, to), notice::say, notice::say);
              });
    } else if (!whole.isEmpty()) {
      dialogs
          .chooseFolder(title)
          .ifPresent(
              to -> {
                notice.say("Exporting …");
                backgroundReader.ask(() -> exported(whole, format, to), notice::say, notice::say);
              });
    }
  }

  /** What a run's file is called: what the list calls the run, and its folder. */
  private static String fileName(RunRow row, ExportFormat format) {
    String folder = row.facts().folderName();
    String title = row.facts().title();
    return format.fileName(row.facts().number(), title.equals(folder) ? "" : title, folder);
  }

  private ExportedRun read(RunRow row) throws InvalidConfig {
    return stored.exporter().read(row.facts().folder().orElseThrow().path());
  }

  private String exported(RunRow row, ExportFormat format, Path to) throws InvalidConfig {
    RunExporter.replace(read(row), format, to); // the dialog has asked
    return "Exported to " + to + ".";
  }

  private String exported(List<RunRow> chosen, ExportFormat format, Path to) {
    int written = 0;
    List<String> refusals = new ArrayList<>();
    for (RunRow row : chosen) {
      try {
        RunExporter.write(read(row), format, to.resolve(fileName(row, format)));
        written++;
      } catch (InvalidConfig refused) {
        refusals.add(refused.getMessage());
      }
    }
    String done = written + " of " + chosen.size() + " exported to " + to + ".";
    return (done + " " + String.join(" ", refusals)).strip();
  }

  private static List<RunRow> having(List<RunRow> chosen, Predicate<RunFacts> wanted) {
    return chosen.stream().filter(row -> wanted.test(row.facts())).toList();
  }
}
