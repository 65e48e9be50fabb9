package grokscope.ui;

import grokscope.config.RunConfig;
import grokscope.config.Words;
import grokscope.run.SafetensorsFile;
import grokscope.telemetry.Tensor;
import grokscope.train.Command;
import grokscope.train.Stilled;
import grokscope.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shows the weights of a file with the settings of the draft, once the trainer has found that they
 * fit them. Until then, and after a refusal, the window stays as it is. FX thread only.
 */
final class WeightsOpening {
  private static final int LONGEST = 60;

  private final LabModel model;
  private final Draft draft;
  private final Trainer trainer;
  private final Background background;
  private final RunInProgress progress;
  private final AtomicReference<Answer> cell = new AtomicReference<>(); // the trainer fills it
  private int asked; // the number of the latest question

  /** A file, and what the window was like when it was chosen. */
  private record Question(
      int number, String name, String settings, RunConfig config, LabRun shown) {}

  /** What is to be done on the FX thread, now that the trainer has looked at the weights. */
  private record Answer(Question question, Runnable then) {}

  WeightsOpening(
      LabModel model, Draft draft, Trainer trainer, Background background, RunInProgress progress) {
    this.model = model;
    this.draft = draft;
    this.trainer = trainer;
    this.background = background;
    this.progress = progress;
  }

  /** Shows a file, if it fits. */
  void open(Path file) {
    String name = Words.clipped(String.valueOf(file.getFileName()), LONGEST);
    if (!draft.problems().isEmpty()) {
      model.trouble(name + " cannot be looked at with the settings on the left: " + draft.reason());
      return;
    }
    if (!progress.mayEnd("Stop and open")) {
      return;
    }
    String settings = "“" + draft.preset().title() + "”" + (draft.edited() ? ", changed" : "");
    Question question =
        new Question(++asked, name, settings, draft.config(), model.currentProperty().get());
    background.ask(
        () -> SafetensorsFile.read(file),
        weights -> ask(question, weights),
        sentence -> model.trouble(name + " was not opened: " + sentence));
  }

  private void ask(Question question, List<Tensor> weights) {
    Stilled network = new Stilled(0, 0, question.config(), weights);
    trainer.send(
        new Command.Report(
            network,
            report ->
                cell.set(
                    new Answer(
                        question,
                        () -> model.open(new OpenedWeights(question.name(), network, report)))),
            refusal ->
                cell.set(new Answer(question, () -> model.trouble(refused(question, refusal))))));
  }

  private static String refused(Question question, String refusal) {
    return question.name()
        + " does not fit the settings on the left ("
        + question.settings()
        + "), with which it was tried: "
        + refusal.replaceFirst("\\.$", "")
        + "; choose the network and the task that it was trained with there, and open it again.";
  }

  /** Takes what the trainer has found; an answer that comes too late is dropped. */
  void advance() {
    Answer answer = cell.getAndSet(null);
    if (answer != null
        && answer.question().number() == asked
        && answer.question().shown() == model.currentProperty().get()) {
      answer.then().run();
    }
  }
}
