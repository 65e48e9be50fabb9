package grokscope.ui.runs;

import grokscope.run.Remarks;
import grokscope.story.RunWords;
import grokscope.ui.session.LabRun;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;

/** A run in the list: its current facts, and how it is drawn. FX thread only. */
public final class RunRow {
  private final Optional<LabRun> run;
  private final ReadOnlyObjectWrapper<RunFacts> facts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Eye> eye = new ReadOnlyObjectWrapper<>(Eye.CLOSED);

  /** The row of a stored run. */
  RunRow(RunFacts stored) {
    run = Optional.empty();
    facts.set(stored);
  }

  /** The row of a run of this window, which follows it. */
  RunRow(LabRun followed, RunWords words, Remarks remarks) {
    run = Optional.of(followed);
    facts.set(RunFacts.of(followed, words, remarks));
    ChangeListener<Object> follow =
        (property, before, now) ->
            facts.set(RunFacts.of(followed, words, facts.get().remarks()).of(facts.get().bytes()));
    followed.statusProperty().addListener(follow);
    followed.knobsProperty().addListener(follow); // a run that waits sends no status
    followed.identityProperty().addListener(follow);
  }

  /** The run, if it is one of this window. */
  Optional<LabRun> run() {
    return run;
  }

  public RunFacts facts() {
    return facts.get();
  }

  /** Whether this is the run, or the stored one of its folder. */
  boolean is(LabRun other) {
    return run.filter(own -> own == other).isPresent()
        || (other.folder().isPresent() && facts().folder().equals(other.folder()));
  }

  ReadOnlyObjectProperty<RunFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** The user has said something else of it. */
  public void remark(Remarks remarks) {
    facts.set(facts().with(remarks));
    run.ifPresent(followed -> followed.identify(facts().identity()));
  }

  /** It has another colour from now on. */
  void recolor(int color) {
    facts.set(facts().in(color));
    run.ifPresent(followed -> followed.identify(facts().identity()));
  }

  /** Its bytes on disk were counted. */
  void count(long bytes) {
    facts.set(facts().of(bytes));
  }

  /** Whether its curves are in the charts. */
  ReadOnlyObjectProperty<Eye> eyeProperty() {
    return eye.getReadOnlyProperty();
  }

  Eye eye() {
    return eye.get();
  }

  void eye(Eye now) {
    eye.set(now);
  }

  int color() {
    return facts().identity().color();
  }
}
