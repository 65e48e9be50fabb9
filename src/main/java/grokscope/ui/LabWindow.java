package grokscope.ui;

import grokscope.config.preset.Preset;
import grokscope.figure.Panels;
import grokscope.story.RunWords;
import grokscope.train.loop.ReplyBox;
import grokscope.ui.bar.BackToRunning;
import grokscope.ui.bar.Notices;
import grokscope.ui.bar.PresetBox;
import grokscope.ui.bar.RunBar;
import grokscope.ui.bar.StoryLine;
import grokscope.ui.bar.ThemeSwitch;
import grokscope.ui.chart.CurvesView;
import grokscope.ui.color.Theme;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.LayoutRoot;
import grokscope.ui.curves.CurvesPane;
import grokscope.ui.curves.FinalKeyReplay;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.help.Help;
import grokscope.ui.help.HelpButton;
import grokscope.ui.knob.ExperimentPanel;
import grokscope.ui.opening.FileDrop;
import grokscope.ui.opening.FileOpener;
import grokscope.ui.opening.PresetActions;
import grokscope.ui.opening.StopConfirmation;
import grokscope.ui.opening.StoredRunActions;
import grokscope.ui.opening.WeightsOpening;
import grokscope.ui.queue.QueueForm;
import grokscope.ui.queue.QueueStrip;
import grokscope.ui.runs.RunListPane;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.Lab;
import grokscope.ui.session.RunController;
import grokscope.ui.session.RunQueue;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.Draft;
import grokscope.ui.time.TimeTravel;
import grokscope.ui.time.TravelButtons;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window of the lab: puts its parts together, shows them, and closes them. FX thread only. */
public final class LabWindow implements AutoCloseable {
  private static final String STYLE_SHEET = "/assets/css/grokscope.css";
  private static final String ICON = "/assets/icons/grokscope.png";
  private static final double ICON_SIZE = 24;
  private static final int LIST_AFTER = 3; // frames
  private static final double SMALLEST_WIDTH = 1200;
  private static final double SMALLEST_HEIGHT = 680;

  private final Lab lab;
  private final Stage stage;
  private final RunController controller;
  private final CurvesPane curves;
  private final TimeTravel travel;
  private final WindowMemory memory;
  private final RunListPane runList;
  private final BorderPane root = new BorderPane();
  private final FrameClock clock;
  private final PresetActions actions;
  private final Dialogs dialogs;
  private final RunQueue queue;
  private final FinalKeyReplay finalKeyReplay;
  private final BackgroundReader backgroundReader;
  private final StoredRunActions storedRunActions;
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
    Draft draft = new Draft(lab.catalog(), preset);
    this.controller =
        new RunController(lab.catalog(), lab.metrics(), draft, lab.trainer(), lab.records());
    WindowRuns shown = controller.runs();
    ReplyBox replies = controller.intake().replies();
    RunWords words = new RunWords(lab.catalog());
    CurvesView plots = new CurvesView(Panels.all());
    this.curves = new CurvesPane(plots, shown, words, new BackToRunning(controller));
    this.queue = new RunQueue(controller, words);
    this.dialogs = new Dialogs(() -> stage, resource(STYLE_SHEET), lab.settings().resolve("runs"));
    this.actions = new PresetActions(lab.presets(), draft, dialogs);
    StopConfirmation progress = new StopConfirmation(shown, queue, dialogs);
    controller.askBeforeRestart(() -> progress.mayEnd("Stop it and run"));
    this.storedRunActions =
        new StoredRunActions(lab, controller, draft, backgroundReader, progress);
    WeightsOpening weights = new WeightsOpening(controller, draft, backgroundReader);
    this.fileOpener = new FileOpener(dialogs, actions, weights, storedRunActions);
    this.travel = new TimeTravel(shown, plots, backgroundReader, replies, dialogs);
    this.runList =
        new RunListPane(lab, shown, curves, words, dialogs, backgroundReader, storedRunActions);
    travel.pictures().chosenProperty().bindBidirectional(memory.picture());
    this.finalKeyReplay =
        new FinalKeyReplay(backgroundReader, lab.records()::settle, replies, curves::showReadAgain);
    shown.listen(finalKeyReplay);
    this.clock = new FrameClock(() -> !stage.isIconified(), this::frame);
    memory.theme().addListener((property, before, now) -> dress());
    memory.tell(controller.trouble()::say);
    controller.aheadProperty().addListener(change -> announce(draft));
    draft.presetProperty().addListener((property, before, opened) -> opened(draft));
    this.shipped = preset.shipped();
    this.help =
        new Help(
            root,
            lab.catalog(),
            new NowOnScreen(shown, draft, travel, queue, plots.layoutProperty()::get),
            () -> shown.inProgress().isEmpty(),
            this::runFirst,
            memory.tourSeen());
    layOut(draft);
    Scene scene = new Scene(root);
    plots.layoutProperty().bindBidirectional(memory.charts());
    memory.textScale().addListener(change -> scale(scene, plots));
    scale(scene, plots);
    Shortcuts.install(scene, controller, travel, help);
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

  private void layOut(Draft draft) {
    root.getStyleClass().add("lab");
    root.setFocusTraversable(false);
    root.setOnMousePressed(click -> root.requestFocus()); // a click beside a field leaves the field
    ExperimentPanel experiment = new ExperimentPanel(lab.catalog(), controller, draft);
    TravelButtons buttons = new TravelButtons(controller, draft, travel, storedRunActions);
    CenterPane plots =
        new CenterPane(curves, travel, travel.bar(buttons.all()), queueButton(draft));
    VBox center =
        new VBox(
            new StoryLine(draft, controller.runs().currentProperty(), controller.aheadProperty()),
            plots);
    center.getStyleClass().add("centre");
    VBox.setVgrow(plots, Priority.ALWAYS);
    root.setTop(new VBox(top(draft), QueueStrip.of(queue), Notices.trouble(controller.trouble())));
    BorderPane above = new BorderPane(center);
    above.setLeft(new LayoutRoot(experiment));
    root.setCenter(new RunSplit(above, new LayoutRoot(runList)));
  }

  private HBox top(Draft draft) {
    ImageView icon = new ImageView(icon());
    icon.setFitWidth(ICON_SIZE);
    icon.setFitHeight(ICON_SIZE);
    Label name = new Label("Grokscope", icon);
    name.getStyleClass().add("app-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    LayoutRoot controls = new LayoutRoot(new RunBar(controller, draft));
    HBox.setHgrow(controls, Priority.ALWAYS);
    HBox top =
        new HBox(
            name,
            new PresetBox(actions, fileOpener, draft),
            controls,
            new HBox(new ThemeSwitch(memory.theme()), new HelpButton(help)));
    top.getStyleClass().add("run-bar");
    top.setAlignment(Pos.CENTER_LEFT);
    return top;
  }

  private Button queueButton(Draft draft) {
    Button button = new Button("Queue…");
    button.getStyleClass().addAll("small", "flat");
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
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    Dimension2D size = memory.size().get();
    stage.setWidth(size.getWidth());
    stage.setHeight(size.getHeight());
    stage.getIcons().add(icon());
    // A window as large as the screen would hang over its edges once it has its frame.
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    boolean tooLarge =
        size.getWidth() >= screen.getWidth() || size.getHeight() >= screen.getHeight();
    stage.setMaximized(memory.maximized().get() || tooLarge);
    stage.setOnHidden(hidden -> close());
  }

  /** Gives everything that is written the chosen size. */
  private void scale(Scene scene, CurvesView plots) {
    scene
        .getStylesheets()
        .setAll(resource(STYLE_SHEET), TextSize.styleSheet(memory.textScale().get()));
    plots.setTextScale(memory.textScale().get());
  }

  private void dress() {
    Theme theme = memory.theme().get();
    theme.dress(root);
    curves.restyle(theme);
    runList.restyle(theme);
    travel.restyle(theme.palette());
  }

  private void frame() {
    if (frames < LIST_AFTER && ++frames == LIST_AFTER) {
      runList.list(); // there may be a thousand of them, and the window is to be seen first
    }
    controller.intake().drain();
    queue.advance();
    travel.frame(controller.runs().status(), System.nanoTime());
  }

  /**
   * Shows the window.
   *
   * @param running whether the opened preset starts at once
   */
  public void show(boolean running) {
    double width = stage.getWidth();
    double height = stage.getHeight();
    stage.show();
    if (!stage.isMaximized()) { // some window managers open a window in its smallest size
      stage.setWidth(width);
      stage.setHeight(height);
    }
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
    memory.maximized().set(stage.isMaximized());
    memory.size().set(new Dimension2D(stage.getWidth(), stage.getHeight()));
    memory.store();
    finalKeyReplay.close();
    storedRunActions.close();
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
