package grokscope.ui.runs;

import grokscope.config.preset.Preset;
import grokscope.figure.RunColors;
import grokscope.run.ListedRun;
import grokscope.run.RunLibrary;
import grokscope.story.RunWords;
import grokscope.text.NumberText;
import grokscope.ui.chart.Ghost;
import grokscope.ui.color.Theme;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.NoticeBar;
import grokscope.ui.control.Segments;
import grokscope.ui.curves.CurvesPane;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.opening.Candidate;
import grokscope.ui.opening.StoredRunActions;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.Lab;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.KnownPresets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of runs with its filter, and the messages about actions on them. FX thread only. */
public final class RunListPane extends VBox {
  private static final double USUAL_TEXT = 12; // pixels, of the number of runs

  private static final int CANDIDATES = 16;

  private final Lab lab;
  private final WindowRuns runs;
  private final RunActions actions;
  private final RunWords words;
  private final BackgroundReader backgroundReader;
  private final RunRows rows;
  private final RunOverlay overlay;
  private final NoticeBar notice = new NoticeBar("run-notice");
  private final FilteredList<RunRow> filtered;
  private final RunSizes sizes;
  private final RunTable table;
  private final Label count = new Label();
  private final HBox toolbar;

  public RunListPane(
      Lab lab,
      WindowRuns runs,
      CurvesPane curves,
      RunWords words,
      Dialogs dialogs,
      BackgroundReader backgroundReader,
      StoredRunActions storedRunActions,
      Consumer<LabRun> beside) {
    this.lab = lab;
    this.runs = runs;
    this.words = words;
    this.backgroundReader = backgroundReader;
    rows = new RunRows(runs.all(), words);
    filtered = new FilteredList<>(rows.rows());
    overlay =
        new RunOverlay(
            runs,
            rows,
            words,
            lab.stored().exporter(),
            backgroundReader,
            new RunColoring(lab.stored().library(), backgroundReader, notice::say),
            notice::say,
            charts(curves));
    curves.liveShownProperty().addListener((property, before, now) -> overlay.showLive(now));
    sizes = new RunSizes(rows, backgroundReader);
    runs.listen(sizes);
    actions =
        new RunActions(
            lab.stored(),
            backgroundReader,
            dialogs,
            rows,
            overlay,
            notice,
            storedRunActions,
            beside);
    table =
        new RunTable(
            lab.catalog(),
            filtered,
            words,
            overlay::toggle,
            actions::star,
            actions::bringBack,
            runs.currentProperty());
    ThinActions thinning =
        new ThinActions(lab.stored().library(), backgroundReader, dialogs, runs, sizes, notice);
    RunMenu.install(table, overlay, actions, thinning);
    getStyleClass().add("run-list");
    setMinHeight(0);
    notice.addDismissal(() -> notice.say(""), "small");
    VBox.setVgrow(table, Priority.ALWAYS);
    toolbar = toolbar();
    getChildren().addAll(toolbar, notice, table);
    InvalidationListener recount = change -> recount();
    filtered.addListener(recount);
    sizes.whenCounted(this::recount);
    InvalidationListener kept = change -> overlay.keep(rows.rows());
    rows.rows().addListener(kept);
    recount();
  }

  private HBox toolbar() {
    Label title = new Label("Runs");
    title.getStyleClass().add("curves-title");
    TextField filter = new TextField();
    filter.setPromptText("Filter: number, name, task, settings, note, state");
    Accessible.as(filter, "runs-filter", "List only the runs that contain all these words");
    filter.setPrefColumnCount(24);
    filter
        .textProperty()
        .addListener((property, before, typed) -> filtered.setPredicate(predicate(typed)));
    count.setId("runs-count");
    count.setMinWidth(USE_PREF_SIZE);
    count
        .fontProperty()
        .addListener(
            (property, before, now) -> {
              if (now.getSize() != before.getSize()) {
                table.scale(now.getSize() / USUAL_TEXT);
              }
            });
    count.getStyleClass().add("number");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Segments drawn =
        new Segments(
            overlay.mergedProperty(),
            segment("Each run", "overlay-each", "Draw every checked run as its own line"),
            segment(
                "Median and range",
                "overlay-merged",
                "Draw checked runs that differ only in their seed as their median, with a band"
                    + " from the lowest to the highest"));
    Button all =
        button(
            "Check all shown",
            "overlay-all",
            "Draw the runs that are listed here, up to " + RunColors.COUNT + " together");
    all.setOnAction(click -> overlay.checkAll(List.copyOf(table.getItems())));
    Button none =
        button(
            "Uncheck all",
            "overlay-none",
            "Uncheck all runs, so that behind the live one only earlier ones are drawn");
    none.setOnAction(click -> overlay.only(Optional.empty()));
    HBox toolbar = new HBox(title, filter, count, gap, all, none, drawn);
    toolbar.getStyleClass().addAll("curves-toolbar", "runs-toolbar");
    toolbar.setAlignment(Pos.CENTER_LEFT);
    return toolbar;
  }

  private static Button button(String text, String id, String sentence) {
    Button button = new Button(text);
    button.getStyleClass().addAll("small", "flat");
    button.setMinWidth(USE_PREF_SIZE);
    return Accessible.above(button, id, sentence);
  }

  private static RunCharts charts(CurvesPane curves) {
    return new RunCharts() {
      @Override
      public void choose(List<Ghost> behind) {
        curves.choose(behind);
      }

      @Override
      public void showLive(boolean shown) {
        curves.liveShownProperty().set(shown);
      }
    };
  }

  private static ToggleButton segment(String text, String id, String sentence) {
    return Accessible.as(new ToggleButton(text), id, sentence);
  }

  private static Predicate<RunRow> predicate(String typed) {
    RunFilter filter = RunFilter.of(typed);
    return row -> filter.admits(row.facts());
  }

  private void recount() {
    int all = rows.rows().size();
    String runs =
        filtered.size() == all
            ? NumberText.count(all)
            : NumberText.count(filtered.size()) + " of " + NumberText.count(all);
    long bytes = filtered.stream().mapToLong(row -> Math.max(0, row.facts().bytes())).sum();
    String room = bytes == 0 ? "" : " · " + NumberText.bytes(bytes);
    count.setText(runs + (all == 1 ? " run" : " runs") + room);
  }

  /** Puts something before the title. */
  public void begin(Node node) {
    toolbar.getChildren().add(0, node);
  }

  /** Reads the stored runs in the background and lists them when they are there. */
  public void list() {
    List<Preset> presets = List.copyOf(lab.presets().all());
    backgroundReader.ask(
        () -> facts(lab.stored().library().list(), new KnownPresets(presets)),
        listed -> {
          rows.stored(listed);
          sizes.count();
        },
        notice::say);
  }

  private List<RunFacts> facts(RunLibrary.Listing listing, KnownPresets presets) {
    List<RunFacts> facts = new ArrayList<>();
    for (ListedRun run : listing.runs()) {
      facts.add(RunFacts.of(run, words, presets));
    }
    Collections.reverse(facts); // folders are named after their time
    for (RunLibrary.Broken broken : listing.broken()) {
      facts.add(RunFacts.of(broken));
    }
    return facts;
  }

  /** What is known of the runs that are drawn: the live one, and those that are checked. */
  public List<RunFacts> checked() {
    return overlay.shown().stream().map(RunRow::facts).toList();
  }

  /** The runs to compare the shown one with: those that are selected or drawn, then the others. */
  public List<Candidate> candidates() {
    LabRun shown = runs.current();
    return Stream.of(table.getSelectionModel().getSelectedItems(), overlay.shown(), rows.rows())
        .flatMap(List::stream)
        .filter(row -> shown == null || !row.is(shown))
        .filter(row -> !row.facts().broken())
        .distinct()
        .limit(CANDIDATES)
        .map(row -> new Candidate(label(row.facts(), shown), () -> actions.compare(row)))
        .toList();
  }

  private String label(RunFacts facts, @Nullable LabRun shown) {
    String differs =
        shown == null
            ? ""
            : facts.knobs().map(knobs -> words.difference(knobs, shown.knobs())).orElse("");
    return differs.isEmpty() ? facts.identity().label() : facts.identity().label() + ": " + differs;
  }

  /** What is known of the runs that are listed, from above to below. */
  public List<RunFacts> facts() {
    return rows.rows().stream().map(RunRow::facts).toList();
  }

  /** Changes the colours of the checked runs after the theme has changed. */
  public void restyle(Theme theme) {
    setStyle(theme.palette().runDeclarations());
  }
}
