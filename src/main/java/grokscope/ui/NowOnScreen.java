package grokscope.ui;

import grokscope.config.preset.Preset;
import grokscope.figure.PanelSpec;
import grokscope.figure.Panels;
import grokscope.telemetry.RunState;
import grokscope.ui.chart.ChartLayout;
import grokscope.ui.help.Situation;
import grokscope.ui.help.WindowKey;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunQueue;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.Draft;
import grokscope.ui.time.TimeTravel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the help at what the window shows. FX thread only.
 *
 * @param charts which charts are wanted
 */
record NowOnScreen(
    WindowRuns runs,
    Draft draft,
    TimeTravel travel,
    RunQueue queue,
    Supplier<ChartLayout> charts,
    Folds folds)
    implements Supplier<Situation> {

  @Override
  public Situation get() {
    @Nullable LabRun run = runs.current();
    Preset preset = draft.preset();
    PictureDeck pictures = travel.pictures();
    String picture = pictures.chosenProperty().get();
    boolean curves = picture.equals(PictureDeck.NONE);
    return new Situation(
        preset.title(),
        preset.story(),
        run == null ? "" : run.name(),
        run == null ? RunState.IDLE : run.status().state(),
        run == null || run.weights().isEmpty(),
        runs.accountProperty().get(),
        run == null ? List.of() : panels(run),
        curves ? "" : title(picture),
        curves ? "" : pictures.guide(),
        travel.comparingProperty().get(),
        queue.wordsProperty().get(),
        folded());
  }

  private List<WindowKey> folded() {
    return Arrays.stream(Fold.values())
        .filter(part -> folds.folded(part).get())
        .map(Fold::key)
        .toList();
  }

  private List<PanelSpec> panels(LabRun run) {
    return Panels.all().stream()
        .filter(panel -> panel.isFor(run.history()) && charts.get().shows(panel.id()))
        .toList();
  }

  private static String title(String picture) {
    return PictureDeck.tabs().stream()
        .filter(tab -> tab.id().equals(picture))
        .map(PictureDeck.Tab::title)
        .findFirst()
        .orElse("");
  }
}
