package grokscope.app;

import grokscope.config.Expectation;
import grokscope.config.InvalidConfig;
import grokscope.config.Preset;
import grokscope.config.PresetStore;
import grokscope.config.RunConfig;
import grokscope.kernel.Nd4jBackend;
import grokscope.run.RunStore;
import grokscope.telemetry.RunListener;
import grokscope.train.Command;
import grokscope.train.Laboratory;
import grokscope.train.RunRequest;
import grokscope.train.TrainingSession;
import grokscope.train.Until;
import grokscope.ui.Lab;
import grokscope.ui.LabWindow;
import grokscope.ui.RunRecords;
import grokscope.ui.Trainer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The lab as a JavaFX application: connects the engine, the presets and the run store to a window.
 * The toolkit makes it and calls it on the FX thread.
 */
public final class LabApplication extends Application {
  /** Opens the lab and returns when its window has been closed. */
  public static void open(LabOptions options) {
    Application.launch(LabApplication.class, options.words());
  }

  @Override
  public void start(Stage stage) {
    LabOptions options = LabOptions.of(getParameters().getNamed());
    Laboratory laboratory = new Laboratory(Runtime.getRuntime().maxMemory());
    PresetStore presets = new PresetStore(laboratory.catalog(), options.userFolder());
    RunStore store =
        new RunStore(
            options.userFolder(),
            Clock.system(ZoneId.systemDefault()),
            laboratory.catalog(),
            laboratory.metrics());
    TrainingSession session = new TrainingSession(laboratory, Nd4jBackend::inFloat);
    Lab lab =
        new Lab(
            laboratory.catalog(),
            laboratory.metrics(),
            presets,
            new SessionTrainer(session),
            new StoreRecords(store),
            options.userFolder());
    new LabWindow(lab, opened(options, laboratory, presets), stage).show(options.autostart());
    session.warmUp();
  }

  /** The preset that was asked for; one that cannot be opened was refused before the window. */
  private static Preset opened(LabOptions options, Laboratory laboratory, PresetStore presets) {
    String wanted = options.preset().orElse(PresetStore.DEFAULT);
    return presets
        .find(wanted)
        .or(() -> file(presets, wanted))
        .or(() -> presets.all().stream().findFirst())
        .orElseGet(() -> bare(laboratory));
  }

  private static Optional<Preset> file(PresetStore presets, String wanted) {
    try {
      return Files.isRegularFile(Path.of(wanted))
          ? Optional.of(presets.read(Path.of(wanted)))
          : Optional.empty();
    } catch (InvalidConfig | InvalidPathException notAFile) {
      return Optional.empty();
    }
  }

  private static Preset bare(Laboratory laboratory) {
    return new Preset(
        "",
        false,
        "New experiment",
        "",
        List.of(),
        Expectation.OPEN,
        0,
        laboratory.catalog().defaults());
  }

  private record SessionTrainer(TrainingSession session) implements Trainer {
    @Override
    public long start(RunConfig config, boolean paused, List<RunListener> listeners) {
      return session.start(new RunRequest(config, paused, Until.STEPS), listeners);
    }

    @Override
    public void send(Command command) {
      session.send(command);
    }

    @Override
    public void close() {
      session.close();
    }
  }

  private record StoreRecords(RunStore store) implements RunRecords {
    @Override
    public RunListener begin(RunConfig config) throws InvalidConfig {
      return store.record(config);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
