package grokscope.ui.opening;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Messages;
import grokscope.measure.fourier.Score;
import grokscope.run.RunLibrary;
import grokscope.run.sequence.CheckpointSequence;
import grokscope.run.sequence.ImportWish;
import grokscope.run.sequence.SequenceFinder;
import grokscope.run.sequence.SequenceImport;
import grokscope.text.NumberText;
import grokscope.train.loop.Answer;
import grokscope.train.loop.MeasuredNetwork;
import grokscope.train.loop.Question;
import grokscope.train.loop.ReplyBox;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.session.BackgroundReader;
import grokscope.ui.session.Trouble;
import grokscope.ui.setting.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Imports checkpoints of another program as a run, and shows it. The files are read and written in
 * the background; the trainer is asked for one network at a time, between two steps of what it
 * trains. A refusal is shown at the top of the window and leaves nothing behind. FX thread only.
 */
public final class SequenceOpening implements AutoCloseable {
  private static final int LONGEST = 60;

  private final RunLibrary library;
  private final Catalog catalog;
  private final BackgroundReader backgroundReader;
  private final ReplyBox replies;
  private final Trouble trouble;
  private final Draft draft;
  private final Dialogs dialogs;
  private final StoredRunActions runs;
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private BiConsumer<String, Runnable> notice = (sentence, undo) -> {};
  private Runnable changed = () -> {};
  private Optional<Attempt> attempt = Optional.empty();

  /** What is being imported, and whether it still is. */
  private static final class Attempt {
    final String name;
    final SequenceImport work;
    boolean over;

    Attempt(String name, SequenceImport work) {
      this.name = name;
      this.work = work;
    }
  }

  public SequenceOpening(
      RunLibrary library,
      BackgroundReader backgroundReader,
      ReplyBox replies,
      Trouble trouble,
      Draft draft,
      Dialogs dialogs,
      StoredRunActions runs) {
    this.library = library;
    this.catalog = library.catalog();
    this.backgroundReader = backgroundReader;
    this.replies = replies;
    this.trouble = trouble;
    this.draft = draft;
    this.dialogs = dialogs;
    this.runs = runs;
  }

  /**
   * Says there what was imported, and how that is undone.
   *
   * @param listed hears that there is a run more on the disk, or one less
   */
  public void tell(BiConsumer<String, Runnable> listener, Runnable listed) {
    notice = listener;
    changed = listed;
  }

  /** How far an import is, in words; empty while there is none. */
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /**
   * Imports what is in a file, if that is a list of networks.
   *
   * @param otherwise is called if it is something else
   */
  public void openIfSequence(Path file, Runnable otherwise) {
    backgroundReader.ask(
        () -> SequenceFinder.holds(file),
        holds -> {
          if (holds) {
            open(file);
          } else {
            otherwise.run();
          }
        },
        unreadable -> otherwise.run()); // who says why
  }

  /** Imports what is in a folder or a file. */
  public void open(Path path) {
    if (!progress.get().isEmpty()) {
      trouble.say("An import is under way: " + progress.get() + ". One is made at a time.");
      return;
    }
    String name = Messages.clipped(String.valueOf(path.getFileName()), LONGEST);
    progress.set("Reading " + name);
    Object measures = draft.config().get(SettingPaths.MEASURES);
    ImportWish wish =
        ImportWish.with(config -> catalog.with(config, SettingPaths.MEASURES, measures));
    backgroundReader.ask(
        () -> {
          CheckpointSequence sequence = SequenceFinder.find(path);
          return new SequenceImport(library, sequence, wish);
        },
        work -> recognise(new Attempt(name, work)),
        this::refused);
  }

  private void recognise(Attempt now) {
    if (progress.get().isEmpty()) {
      return; // it was cancelled meanwhile
    }
    attempt = Optional.of(now);
    step(now, now.work::trial, trial -> ask(now, trial, scores -> chosen(now, scores)));
  }

  private void chosen(Attempt now, List<Score> scores) {
    RunConfig left = draft.config();
    step(
        now,
        () -> {
          now.work.choose(scores);
          return now.work.couldSplitAs(left);
        },
        could -> begin(now, could && agreed()));
  }

  /** Whether the settings on the left are to say which examples were trained on. */
  private boolean agreed() {
    RunConfig left = draft.config();
    return dialogs.claim(
        "Which examples were trained on?",
        "The files do not say it. The settings on the left are for this task: they train on "
            + NumberText.perCent(left.trainFraction())
            + ", chosen by seed "
            + left.seed()
            + ". Was the network trained on these? Otherwise loss and accuracy are those of all"
            + " examples.",
        "Yes, on these",
        "Not known");
  }

  private void begin(Attempt now, boolean split) {
    RunConfig left = draft.config();
    step(
        now,
        () -> {
          if (split) {
            now.work.splitAs(left);
          }
          now.work.begin();
          return now.work.next();
        },
        next -> measure(now, next));
  }

  private void measure(Attempt now, Optional<Question.Measure> next) {
    if (next.isEmpty()) {
      step(now, now.work::finish, made -> show(now, made));
      return;
    }
    progress.set(
        "Importing "
            + now.name
            + ", "
            + NumberText.count(now.work.done())
            + " of "
            + NumberText.count(now.work.size()));
    ask(now, next.get(), answer -> take(now, answer));
  }

  private void take(Attempt now, MeasuredNetwork answer) {
    step(
        now,
        () -> {
          now.work.take(answer);
          return now.work.next();
        },
        next -> measure(now, next));
  }

  private void show(Attempt now, SequenceImport.Imported made) {
    end(now);
    runs.open(made.folder());
    changed.run();
    notice.accept(
        "Imported "
            + NumberText.count(made.networks())
            + " networks of "
            + now.name
            + " as a run. "
            + String.join(" ", made.source().remarks()),
        () ->
            backgroundReader.ask(
                () -> library.delete(made.folder()), trashed -> changed.run(), trouble::say));
  }

  /** Does a part of the work in the background, and goes on with what comes of it. */
  private <T> void step(Attempt now, BackgroundReader.Work<T> part, Consumer<T> then) {
    backgroundReader.ask(
        part,
        done -> {
          if (!now.over) {
            then.accept(done);
          }
        },
        sentence -> {
          if (!now.over) {
            end(now);
            trouble.say(sentence);
          }
        });
  }

  /** Asks the trainer. */
  private <A> void ask(Attempt now, Question<A> question, Consumer<A> then) {
    replies.ask(
        question,
        answer -> !now.over,
        (Answer<A> answer) ->
            answer
                .found()
                .ifPresentOrElse(
                    then,
                    () -> {
                      end(now);
                      trouble.say(now.name + " was not imported: " + answer.refusal());
                    }));
  }

  private void refused(String sentence) {
    progress.set("");
    trouble.say(sentence);
  }

  /** Ends an import, of which nothing stays that is not finished. */
  private void end(Attempt now) {
    now.over = true;
    attempt = Optional.empty();
    progress.set("");
    backgroundReader.ask(
        () -> {
          now.work.close();
          return now;
        },
        closed -> {},
        why -> {});
  }

  /** Gives up what is being imported. */
  public void cancel() {
    attempt.ifPresent(this::end);
    progress.set("");
  }

  @Override
  public void close() {
    cancel();
  }
}
