package grokscope.ui.runs;

import grokscope.run.Remarks;
import grokscope.story.RunWords;
import grokscope.ui.session.LabRun;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;

/** A run in the list: its current facts, and how it is drawn. FX thread only. */
public final class RunRow {
  /** Of a run that is not to be drawn. */
  static final int UNCHECKED = -1;

  private final Optional<LabRun> run;
  private final ReadOnlyObjectWrapper<RunFacts> facts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper color = new ReadOnlyIntegerWrapper(UNCHECKED);

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
        (property, before, now) -> facts.set(RunFacts.of(followed, words, facts.get().remarks()));
    followed.statusProperty().addListener(follow);
    followed.knobsProperty().addListener(follow); // a run that waits sends no status
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

  public void remark(Remarks remarks) {
    facts.set(facts().with(remarks));
  }

  /** Which colour it is drawn in while it is checked; negative while it is not. */
  ReadOnlyIntegerProperty colorProperty() {
    return color.getReadOnlyProperty();
  }

  int color() {
    return color.get();
  }

  boolean checked() {
    return color() != UNCHECKED;
  }

  void color(int now) {
    color.set(now);
  }
}
