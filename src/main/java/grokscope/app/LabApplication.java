package grokscope.app;

import grokscope.cli.Engine;
import grokscope.cli.PresetArgument;
import grokscope.cli.Wiring;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.config.preset.PresetStore;
import grokscope.train.loop.TrainingSession;
import grokscope.ui.LabWindow;
import grokscope.ui.session.Lab;
import grokscope.ui.session.StoredRuns;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lab as a JavaFX application: connects the engine, the presets and the run store to a window.
 * The toolkit makes it and calls it on the FX thread.
 */
public final class LabApplication extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(LabApplication.class);

  /** Begins to load the toolkit in the background; {@link #open} then finds it running. */
  static void startToolkit() {
    Thread starter = new Thread(() -> Platform.startup(() -> {}), "toolkit-start");
    starter.setDaemon(true);
    starter.start();
  }

  /** Opens the lab and returns when its window has been closed. */
  public static void open(LabOptions options) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, broken) ->
            LOG.error("Something broke on the thread {}", thread.getName(), broken));
    Application.launch(LabApplication.class, options.words());
  }

  @Override
  public void start(Stage stage) {
    LabOptions options = LabOptions.of(getParameters().getNamed());
    LabWindow window =
        open(
            stage,
            new Wiring(options.userFolder()),
            options,
            folder -> getHostServices().showDocument(folder.toUri().toString()));
    if (!options.autostart()) {
      window.welcome();
    }
  }

  /** Shows the lab on a stage; closing the stage ends its session and its recordings. */
  static LabWindow open(Stage stage, Wiring wiring, LabOptions options, Consumer<Path> opener) {
    TrainingSession session = wiring.session(Engine.standard());
    Lab lab =
        new Lab(
            wiring.catalog(),
            wiring::metrics,
            wiring.presets(),
            session,
            wiring.writer(),
            new StoredRuns(wiring.runs(), wiring.writer(), wiring.exporter(), opener),
            options.userFolder(),
            Wiring.logs(options.userFolder()));
    LabWindow window = new LabWindow(lab, opened(options, wiring), stage);
    window.show(options.autostart());
    session.warmUp(); // after the first frame: loading the numeric libraries takes seconds
    return window;
  }

  /** The preset that was asked for; without a usable one, the lab opens all the same. */
  private static Preset opened(LabOptions options, Wiring wiring) {
    String wanted = options.preset().orElse(PresetStore.DEFAULT);
    try {
      return PresetArgument.open(wiring.presets(), wanted);
    } catch (InvalidConfig refused) {
      LOG.warn("{}", refused.getMessage());
      return wiring.presets().all().stream().findFirst().orElseGet(() -> bare(wiring));
    }
  }

  private static Preset bare(Wiring wiring) {
    RunConfig config = wiring.catalog().defaults();
    return new Preset("", false, PresetNotes.bare("New experiment"), config);
  }
}
