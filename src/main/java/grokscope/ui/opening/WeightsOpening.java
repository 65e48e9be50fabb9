package grokscope.ui.opening;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.run.weights.PairList;
import grokscope.run.weights.RankedWeights;
import grokscope.train.look.NetworkReport;
import grokscope.train.loop.Question;
import grokscope.train.loop.StoredNetwork;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.OpenedWeights;
import grokscope.ui.session.RunController;
import grokscope.ui.session.Trouble;
import grokscope.ui.session.WeightsActions;
import grokscope.ui.session.WeightsFile;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Shows the weights of a file as the network and task that they answer best, once the trainer has
 * tried all that they may be. Until then, and after a refusal, the window stays as it is. FX thread
 * only.
 */
public final class WeightsOpening implements WeightsActions {
  private static final String LISTS = "Lists of pairs";

  private final RunController controller;
  private final WindowRuns runs;
  private final Trouble trouble;
  private final Draft draft;
  private final Dialogs dialogs;
  private final BackgroundReader backgroundReader;
  private final WeightsReading reader;
  private BiConsumer<String, Runnable> notice = (sentence, undo) -> {};
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private int asked; // the number of the latest attempt

  /**
   * Something that was asked for, and what the window was like then.
   *
   * @param name of the file
   * @param then what is to happen when it is done
   */
  private record Attempt(int number, String name, @Nullable LabRun shown, Runnable then) {}

  /** What was read of a file, and of a list that came with it. */
  private record Files(WeightsReading.Found found, Optional<WeightsFile.Pairs> pairs) {
    WeightsFile tried(String name, RankedWeights ranking) {
      Optional<WeightsFile.Pairs> own =
          ranking.split().map(split -> new WeightsFile.Pairs(split, "the file"));
      return new WeightsFile(
          name,
          found.kind(),
          found.found(),
          found.given(),
          ranking,
          pairs.isPresent() ? pairs : own);
    }
  }

  public WeightsOpening(
      RunController controller,
      Catalog catalog,
      Draft draft,
      Dialogs dialogs,
      BackgroundReader backgroundReader) {
    this.controller = controller;
    this.runs = controller.runs();
    this.trouble = controller.trouble();
    this.draft = draft;
    this.dialogs = dialogs;
    this.backgroundReader = backgroundReader;
    this.reader = new WeightsReading(catalog);
    runs.currentProperty().addListener(change -> progress.set("")); // what is asked is dropped then
  }

  /** Says there what was done to the experiment panel, and how that is undone. */
  public void tell(BiConsumer<String, Runnable> listener) {
    notice = listener;
  }

  /** What is being read, in words; empty while nothing is. */
  ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /**
   * Shows a file, if there is a network in it.
   *
   * @param pairs a list of the pairs that it was trained on
   * @param then what is to happen when it is shown
   */
  void open(Path file, Optional<Path> pairs, Runnable then) {
    Attempt attempt = attempt(Selection.name(file), then);
    dialogs.beginBeside(file);
    progress.set("Reading " + attempt.name());
    Optional<RunConfig> settings =
        draft.problems().isEmpty() ? Optional.of(draft.config()) : Optional.empty();
    backgroundReader.ask(
        () -> read(file, settings, pairs),
        files -> attempt(attempt, files),
        sentence -> refuse(attempt, sentence));
  }

  private Files read(Path file, Optional<RunConfig> settings, Optional<Path> pairs)
      throws InvalidConfig {
    WeightsReading.Found found = reader.read(file, settings);
    return new Files(found, pairs.isPresent() ? Optional.of(pairs(pairs.get())) : Optional.empty());
  }

  private static WeightsFile.Pairs pairs(Path list) throws InvalidConfig {
    return new WeightsFile.Pairs(PairList.read(list), Selection.name(list));
  }

  private void attempt(Attempt attempt, Files files) {
    new CandidateTrial(
            controller.intake().replies(),
            files.found().found(),
            () -> wanted(attempt),
            (tried, all) ->
                progress.set(
                    "Trying " + attempt.name() + ": " + tried + " of " + all + " networks"))
        .begin(
            ranking -> {
              WeightsFile file = files.tried(attempt.name(), ranking);
              report(attempt, file, file.first());
            },
            sentence -> refuse(attempt, sentence));
  }

  private Attempt attempt(String name, Runnable then) {
    return new Attempt(++asked, name, runs.current(), then);
  }

  private boolean wanted(Attempt attempt) {
    return attempt.number() == asked && attempt.shown() == runs.current();
  }

  private void report(
      Attempt attempt, WeightsFile file, RankedWeights.Tried reading, Consumer<String> refused) {
    StoredNetwork network = reading.candidate().network(file.split());
    controller
        .intake()
        .replies()
        .ask(
            new Question.Report(network),
            answer -> wanted(attempt),
            answer ->
                answer
                    .found()
                    .ifPresentOrElse(
                        report -> show(attempt, file, reading, network, report),
                        () -> refused.accept(answer.refusal())));
  }

  private void show(
      Attempt attempt,
      WeightsFile file,
      RankedWeights.Tried reading,
      StoredNetwork network,
      NetworkReport report) {
    StoredNetwork ordered = network.ordered(List.copyOf(report.squares().keySet()));
    progress.set("");
    controller.open(new OpenedWeights(file, reading, ordered, report));
    attempt.then().run();
  }

  /** Pairs that the task does not have are no reason not to show the weights. */
  private void report(Attempt attempt, WeightsFile file, RankedWeights.Tried reading) {
    report(
        attempt,
        file,
        reading,
        file.pairs().isPresent()
            ? refusal ->
                reportWithoutPairs(attempt, file, file.pairs().get().source(), reading, refusal)
            : refusal -> refuse(attempt, refusal));
  }

  private void reportWithoutPairs(
      Attempt attempt,
      WeightsFile file,
      String source,
      RankedWeights.Tried reading,
      String refusal) {
    String sentence = "The training pairs of " + source + " are not used: " + refusal;
    Attempt without =
        new Attempt(
            attempt.number(),
            attempt.name(),
            attempt.shown(),
            () -> {
              attempt.then().run();
              trouble.say(sentence);
            });
    report(without, file.with(Optional.empty()), reading);
  }

  private void refuse(Attempt attempt, String sentence) {
    if (wanted(attempt)) {
      progress.set("");
      trouble.say(attempt.name() + " was not opened: " + sentence);
    }
  }

  @Override
  public void choose(OpenedWeights shown, RankedWeights.Tried reading) {
    report(attempt(shown.name(), () -> {}), shown.file(), reading);
  }

  @Override
  public void useSettings(OpenedWeights shown) {
    Draft.Kept before = draft.kept();
    draft.takeNetwork(shown.network().config());
    notice.accept(
        "The task and the network of " + shown.name() + " were put into the settings on the left.",
        () -> draft.restore(before));
  }

  @Override
  public void askForPairs(OpenedWeights shown) {
    dialogs
        .chooseAnyFile(
            "Open the training pairs of " + shown.name(), LISTS, List.of("*.csv", "*.tsv"))
        .ifPresent(list -> split(list, () -> {}));
  }

  /**
   * Shows the weights that are shown with a list of the pairs that they were trained on.
   *
   * @param then what is to happen when they are
   */
  void split(Path list, Runnable then) {
    String name = Selection.name(list);
    Optional<OpenedWeights> shown = Optional.ofNullable(runs.current()).flatMap(LabRun::weights);
    if (shown.isEmpty()) {
      trouble.say(
          name
              + " was not opened: a list of training pairs belongs to the weights of a file; open"
              + " these first, and then the list, or drop both together.");
      return;
    }
    Attempt attempt = attempt(name, then);
    backgroundReader.ask(
        () -> pairs(list),
        pairs ->
            report(
                attempt,
                shown.get().file().with(Optional.of(pairs)),
                shown.get().reading(),
                refusal -> refuse(attempt, refusal)),
        sentence -> refuse(attempt, sentence));
  }
}
