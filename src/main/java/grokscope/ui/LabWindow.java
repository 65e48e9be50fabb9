package grokscope.ui;

import grokscope.config.preset.Preset;
import grokscope.figure.Panels;
import grokscope.story.RunWords;
import grokscope.train.loop.ReplyBox;
import grokscope.ui.bar.BackToRunning;
import grokscope.ui.bar.MessageLine;
import grokscope.ui.bar.PresetBox;
import grokscope.ui.bar.RunBar;
import grokscope.ui.bar.ThemeSwitch;
import grokscope.ui.bar.TopBar;
import grokscope.ui.chart.CurvesView;
import grokscope.ui.color.Theme;
import grokscope.ui.control.Accessible;
import grokscope.ui.curves.CurvesPane;
import grokscope.ui.curves.FinalKeyReplay;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.figure.FigureSaving;
import grokscope.ui.help.Help;
import grokscope.ui.help.HelpButton;
import grokscope.ui.help.WindowKey;
import grokscope.ui.knob.ExperimentPanel;
import grokscope.ui.opening.FileDrop;
import grokscope.ui.opening.FileOpener;
import grokscope.ui.opening.ImportStrip;
import grokscope.ui.opening.PresetActions;
import grokscope.ui.opening.RecentFiles;
import grokscope.ui.opening.SequenceOpening;
import grokscope.ui.opening.StopConfirmation;
import grokscope.ui.opening.StoredRunActions;
import grokscope.ui.opening.WeightsOpening;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.queue.QueueForm;
import grokscope.ui.queue.QueueStrip;
import grokscope.ui.queue.ResultRuns;
import grokscope.ui.runs.RunListPane;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.Lab;
import grokscope.ui.session.RunController;
import grokscope.ui.session.RunQueue;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.Draft;
import grokscope.ui.time.TimeBars;
import grokscope.ui.time.TimeTravel;
import grokscope.ui.time.TravelButtons;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window of the lab: puts its parts together, shows them, and closes them. FX thread only. */
public final class LabWindow implements AutoCloseable {
  private static final String STYLE_SHEET = "/assets/css/grokscope.css";
  private static final String ICON = "/assets/icons/grokscope.png";
  private static final int LIST_AFTER = 3; // frames

  private final Lab lab;
  private final Stage stage;
  private final RunController controller;
  private final CurvesPane curves;
  private final TimeTravel travel;
  private final WindowMemory memory;
  private final RunListPane runList;
  private final Folds folds;
  private final StackPane root = new StackPane();
  private final Arrangement arrangement;
  private final WindowFrame frame;
  private final FrameClock clock;
  private final PresetActions actions;
  private final Dialogs dialogs;
  private final RunQueue queue;
  private final ResultRuns results;
  private final FinalKeyReplay finalKeyReplay;
  private final BackgroundReader backgroundReader;
  private final StoredRunActions storedRunActions;
  private final SequenceOpening sequences;
  private final FileOpener fileOpener;
  private final Help help;
  private final boolean shipped;
  private boolean closed;
  private int frames;

  /**
   * Builds the window, not yet shown.
   *
   * @param preset what is opened first
   */
  public LabWindow(Lab lab, Preset preset, Stage stage) {
    this.lab = lab;
    this.stage = stage;
    this.backgroundReader = new BackgroundReader(Platform::runLater, lab.logs());
    this.memory = new WindowMemory(lab.settings());
    this.frame = new WindowFrame(stage, memory);
    Draft draft = new Draft(lab.catalog(), preset);
    this.controller =
        new RunController(lab.catalog(), lab.metrics(), draft, lab.trainer(), lab.records());
    WindowRuns shown = controller.runs();
    ReplyBox replies = controller.intake().replies();
    RunWords words = new RunWords(lab.catalog());
    CurvesView plots = new CurvesView(Panels.all());
    this.dialogs = new Dialogs(() -> stage, resource(STYLE_SHEET), lab.settings().resolve("runs"));
    FigureSaving saving = new FigureSaving(dialogs, lab.settings());
    WeightsOpening weights =
        new WeightsOpening(controller, lab.catalog(), draft, dialogs, backgroundReader);
    this.curves =
        new CurvesPane(plots, shown, words, new BackToRunning(controller), weights, saving);
    this.queue = new RunQueue(controller, words);
    this.actions = new PresetActions(lab.presets(), draft, dialogs);
    StopConfirmation progress = new StopConfirmation(shown, queue, dialogs);
    controller.askBeforeRestart(() -> progress.mayEnd("Stop it and run"));
    this.storedRunActions =
        new StoredRunActions(lab, controller, draft, backgroundReader, progress);
    this.sequences =
        new SequenceOpening(
            lab.stored().library(),
            backgroundReader,
            replies,
            controller.trouble(),
            draft,
            dialogs,
            storedRunActions);
    this.fileOpener =
        new FileOpener(
            dialogs,
            actions,
            weights,
            storedRunActions,
            sequences,
            new RecentFiles(memory.recent(), WindowSettings.MOST_RECENT),
            controller.trouble());
    this.travel = new TimeTravel(shown, plots, backgroundReader, replies, saving);
    this.runList =
        new RunListPane(
            lab,
            shown,
            curves,
            words,
            dialogs,
            backgroundReader,
            storedRunActions,
            travel::compareWith);
    this.results = new ResultRuns(runList, queue, words, dialogs, travel.pictures());
    travel.pictures().chosenProperty().bindBidirectional(memory.picture());
    this.finalKeyReplay =
        new FinalKeyReplay(
            backgroundReader,
            lab.records()::settle,
            replies,
            curves::showReadAgain,
            shown.elsewhereProperty());
    shown.listen(finalKeyReplay);
    this.clock = new FrameClock(() -> !stage.isIconified(), this::tick);
    memory.theme().addListener((property, before, now) -> dress());
    memory.tell(controller.trouble()::say);
    controller.aheadProperty().addListener(change -> announce(draft));
    draft.presetProperty().addListener((property, before, opened) -> opened(draft));
    this.shipped = preset.shipped();
    this.folds = new Folds(memory);
    this.help =
        new Help(
            root,
            lab.catalog(),
            new NowOnScreen(shown, draft, travel, queue, plots.layoutProperty()::get, folds),
            () -> shown.inProgress().isEmpty(),
            this::runFirst,
            memory.tourSeen());
    this.arrangement = layOut(draft, weights);
    Scene scene = new Scene(root);
    plots.layoutProperty().bindBidirectional(memory.charts());
    memory.textScale().addListener(change -> scale(scene, plots));
    scale(scene, plots);
    keys(scene);
    FileDrop.install(scene, fileOpener::open);
    dress();
    prepare(scene);
  }

  private void opened(Draft draft) {
    announce(draft);
    if (!draft.preset().remark().isEmpty()) {
      controller.trouble().say(draft.preset().remark());
    }
  }

  private void announce(Draft draft) {
    curves.announce(
        controller.aheadProperty().get() ? Optional.of(draft.preset().title()) : Optional.empty());
  }

  private Arrangement layOut(Draft draft, WeightsOpening weights) {
    TravelButtons buttons =
        new TravelButtons(controller, draft, travel, storedRunActions, runList::candidates);
    TimeBars bars =
        new TimeBars(
            travel, buttons, folds.button(Fold.TIME, Feather.CHEVRON_DOWN, Feather.CHEVRON_UP));
    MessageLine message =
        new MessageLine(
            draft,
            controller.aheadProperty(),
            controller.trouble(),
            new HBox(ImportStrip.of(weights), ImportStrip.of(sequences), QueueStrip.of(queue)),
            folds.folded(Fold.NOTE),
            folds.button(Fold.NOTE, Feather.CHEVRON_UP, Feather.CHEVRON_DOWN));
    actions.tell(message::offer);
    sequences.tell(message::offer, runList::list);
    weights.tell(message::offer);
    return new Arrangement(
        root,
        new TopBar(
            icon(),
            new PresetBox(actions, fileOpener, draft),
            new RunBar(controller, draft),
            List.of(new ThemeSwitch(memory.theme()), new HelpButton(help))),
        message,
        new ExperimentPanel(
            lab.catalog(),
            controller,
            draft,
            memory.headings(),
            folds.button(Fold.SETTINGS, Feather.CHEVRON_LEFT, Feather.CHEVRON_RIGHT)),
        new CenterPane(curves, travel, bars, List.of(queueButton(draft)), folds, memory.divider()),
        runList,
        folds,
        memory);
  }

  private Button queueButton(Draft draft) {
    Button button = new Button("Queue…");
    button.setGraphic(new FontIcon(Feather.LIST));
    button.getStyleClass().addAll("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        click ->
            QueueForm.ask(dialogs, lab.catalog(), draft, runList.facts())
                .ifPresent(asked -> queue.start(asked.plan(), draft.preset(), asked.until())));
    return Accessible.as(
        button, "queue-button", "Run these settings with several values and seeds");
  }

  private void prepare(Scene scene) {
    stage.setScene(scene);
    stage.setTitle("Grokscope");
    stage.getIcons().add(icon());
    stage.setFullScreenExitHint("Esc or F11 leaves the full screen.");
    frame.prepare();
    stage.setOnHidden(hidden -> close());
  }

  private void keys(Scene scene) {
    Shortcuts keys = new Shortcuts(scene, System::nanoTime);
    keys.on(WindowKey.RUN, this::runOrPause);
    keys.on(WindowKey.STEP, controller::step);
    keys.on(WindowKey.RESTART, controller::restart);
    keys.on(WindowKey.EARLIER, () -> travel.move(-1));
    keys.on(WindowKey.LATER, () -> travel.move(1));
    List<PictureDeck.Tab> tabs = PictureDeck.tabs();
    keys.onEach(
        WindowKey.TAB,
        tab -> {
          if (tab < tabs.size()) {
            memory.picture().set(tabs.get(tab).id());
          }
        });
    for (Fold part : Fold.values()) {
      keys.on(part.key(), () -> folds.toggle(part));
    }
    DoubleProperty size = memory.textScale();
    keys.on(WindowKey.LARGER, () -> size.set(TextSize.next(size.get(), 1)));
    keys.on(WindowKey.SMALLER, () -> size.set(TextSize.next(size.get(), -1)));
    keys.on(WindowKey.USUAL_SIZE, () -> size.set(1));
    keys.on(WindowKey.HELP, help::toggle);
    keys.on(WindowKey.FULL_SCREEN, () -> stage.setFullScreen(!stage.isFullScreen()));
  }

  private void runOrPause() {
    if (travel.playing()) {
      travel.pause();
    } else {
      controller.toggle();
    }
  }

  /** Gives everything that is written the chosen size. */
  private void scale(Scene scene, CurvesView plots) {
    scene
        .getStylesheets()
        .setAll(resource(STYLE_SHEET), TextSize.styleSheet(memory.textScale().get()));
    plots.setTextScale(memory.textScale().get());
    travel.setTextScale(memory.textScale().get());
    arrangement.scale(TextSize.pixels(memory.textScale().get()));
  }

  private void dress() {
    Theme theme = memory.theme().get();
    theme.dress(root);
    curves.restyle(theme);
    runList.restyle(theme);
    travel.restyle(theme.palette());
  }

  private void tick() {
    if (frames < LIST_AFTER && ++frames == LIST_AFTER) {
      runList.list(); // there may be a thousand of them, and the window is to be seen first
    }
    controller.intake().drain();
    queue.advance();
    results.frame();
    travel.frame(System.nanoTime());
  }

  /**
   * Shows the window.
   *
   * @param running whether the opened preset starts at once
   */
  public void show(boolean running) {
    frame.show();
    root.requestFocus(); // or the first button would have it, and Space with it
    clock.start();
    if (running) {
      controller.restart();
    }
  }

  /** Begins the tour at the first start, unless a file was opened instead of an experiment. */
  public void welcome() {
    if (shipped) {
      help.welcome();
    }
  }

  private void runFirst() {
    actions.openFirst();
    controller.restart();
  }

  /** Opens a file, or a run from its folder, as if it had been dropped. */
  public void open(Path file) {
    fileOpener.open(file);
  }

  /** Ends the run in progress; returns within two seconds, with everything recorded on disk. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    clock.stop();
    frame.remember();
    arrangement.remember();
    memory.store();
    finalKeyReplay.close();
    storedRunActions.close();
    sequences.close();
    backgroundReader.close();
    controller.close();
  }

  private static Image icon() {
    return new Image(resource(ICON));
  }

  private static String resource(String path) {
    return Objects.requireNonNull(LabWindow.class.getResource(path), path).toExternalForm();
  }
}
