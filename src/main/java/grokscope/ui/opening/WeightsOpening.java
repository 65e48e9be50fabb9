package grokscope.ui.opening;

import grokscope.config.RunConfig;
import grokscope.config.knob.Messages;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.Tensor;
import grokscope.train.look.NetworkReport;
import grokscope.train.loop.Question;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.report.WeightsOrigin;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.OpenedWeights;
import grokscope.ui.session.RunController;
import grokscope.ui.session.Trouble;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.Draft;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the weights of a file with the settings of the draft, once the trainer has found that they
 * fit them. Until then, and after a refusal, the window stays as it is. FX thread only.
 */
public final class WeightsOpening {
  private static final int LONGEST = 60;

  private final RunController controller;
  private final WindowRuns runs;
  private final Trouble trouble;
  private final Draft draft;
  private final BackgroundReader backgroundReader;
  private int asked; // the number of the latest attempt

  /** A file, and what the window was like when it was chosen. */
  private record Attempt(
      int number, String name, String settings, RunConfig config, @Nullable LabRun shown) {}

  public WeightsOpening(RunController controller, Draft draft, BackgroundReader backgroundReader) {
    this.controller = controller;
    this.runs = controller.runs();
    this.trouble = controller.trouble();
    this.draft = draft;
    this.backgroundReader = backgroundReader;
  }

  /** Shows a file, if it fits. */
  void open(Path file) {
    String name = Messages.clipped(String.valueOf(file.getFileName()), LONGEST);
    if (!draft.problems().isEmpty()) {
      trouble.say(name + " cannot be opened with the settings on the left: " + draft.reason());
      return;
    }
    String settings = "“" + draft.preset().title() + "”" + (draft.edited() ? ", changed" : "");
    Attempt attempt = new Attempt(++asked, name, settings, draft.config(), runs.current());
    backgroundReader.ask(
        () -> SafetensorsFile.read(file),
        weights -> ask(attempt, weights),
        sentence -> trouble.say(name + " was not opened: " + sentence));
  }

  private void ask(Attempt attempt, List<Tensor> weights) {
    StoredNetwork network = new StoredNetwork(0, 0, attempt.config(), weights);
    controller
        .intake()
        .replies()
        .ask(
            new Question.Report(network),
            answer -> attempt.number() == asked && attempt.shown() == runs.current(),
            answer ->
                answer
                    .found()
                    .ifPresentOrElse(
                        report -> show(attempt, network, report),
                        () -> trouble.say(refused(attempt, answer.refusal()))));
  }

  private void show(Attempt attempt, StoredNetwork network, NetworkReport report) {
    StoredNetwork ordered = network.ordered(List.copyOf(report.squares().keySet()));
    controller.open(new OpenedWeights(attempt.name(), ordered, report, WeightsOrigin.OF_SETTINGS));
  }

  private static String refused(Attempt attempt, String refusal) {
    return attempt.name()
        + " does not fit the settings on the left ("
        + attempt.settings()
        + "): "
        + refusal.replaceFirst("\\.$", "")
        + "; choose the network and the task it was trained with there, and open it again.";
  }
}
