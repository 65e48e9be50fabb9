package grokscope.ui.runs;

import grokscope.config.InvalidConfig;
import grokscope.run.RunFolder;
import grokscope.run.RunLibrary;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.checkpoint.Thinning;
import grokscope.ui.control.NoticeBar;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.WindowRuns;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes runs take less room: says what would go and what would stay, and deletes it when that is
 * wanted. The disk is touched in the background only. FX thread only.
 */
final class ThinActions {
  private final RunLibrary library;
  private final BackgroundReader backgroundReader;
  private final Dialogs dialogs;
  private final WindowRuns runs;
  private final RunSizes sizes;
  private final NoticeBar notice;

  ThinActions(
      RunLibrary library,
      BackgroundReader backgroundReader,
      Dialogs dialogs,
      WindowRuns runs,
      RunSizes sizes,
      NoticeBar notice) {
    this.library = library;
    this.backgroundReader = backgroundReader;
    this.dialogs = dialogs;
    this.runs = runs;
    this.sizes = sizes;
    this.notice = notice;
  }

  /** Asks about these runs, and thins them. */
  void thin(List<RunRow> chosen) {
    List<RunFolder> folders =
        chosen.stream().flatMap(row -> row.facts().folder().stream()).toList();
    if (folders.isEmpty()) {
      notice.say("This run is not being saved, so it has no checkpoints.");
      return;
    }
    backgroundReader.ask(() -> planned(folders), this::ask, notice::say);
  }

  /** What would happen to one run. */
  private record Plan(RunFolder folder, Thinning thinning) {}

  private static List<Plan> planned(List<RunFolder> folders) throws InvalidConfig {
    List<Plan> plans = new ArrayList<>();
    for (RunFolder folder : folders) {
      plans.add(new Plan(folder, Thinning.of(folder.listCheckpoints())));
    }
    return plans;
  }

  private void ask(List<Plan> plans) {
    ThinWords words = new ThinWords(plans.stream().map(Plan::thinning).toList());
    if (words.count() == 0) {
      notice.say(words.nothing());
    } else if (dialogs.confirm("Thin checkpoints", words.question(), words.yes())) {
      backgroundReader.ask(() -> thinned(plans), this::tell, notice::say);
    }
  }

  private record Outcome(List<Plan> done, List<String> refusals) {}

  private Outcome thinned(List<Plan> plans) {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
    for (Plan plan : plans) {
      try {
        outcome.done().add(new Plan(plan.folder(), library.thin(plan.folder())));
      } catch (InvalidConfig refused) {
        outcome.refusals().add(refused.getMessage());
      }
    }
    return outcome;
  }

  private void tell(Outcome outcome) {
    for (Plan plan : outcome.done()) {
      List<CheckpointEntry> stay = plan.thinning().stay();
      if (!plan.thinning().go().isEmpty()) {
        runs.thinned(
            plan.folder(),
            stay.get(stay.size() - 1),
            plan.thinning().go().stream().map(CheckpointEntry::file).toList());
      }
      sizes.count(plan.folder());
    }
    String done =
        outcome.done().isEmpty()
            ? ""
            : new ThinWords(outcome.done().stream().map(Plan::thinning).toList()).done();
    notice.say((done + " " + String.join(" ", outcome.refusals())).strip());
  }
}
