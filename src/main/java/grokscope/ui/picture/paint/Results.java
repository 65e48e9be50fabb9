package grokscope.ui.picture.paint;

import grokscope.run.sweep.Sweep;
import grokscope.run.sweep.SweepRun;
import grokscope.story.RunWords;
import grokscope.text.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What came of the runs that are looked at together. Immutable, any thread.
 *
 * @param sweep the runs, and in what they differ
 * @param words calls settings what the panel calls them; none where there are no runs
 * @param save takes the table, as lines of CSV, to a file
 */
public record Results(Sweep sweep, Optional<RunWords> words, Consumer<String> save) {
  /** No runs. */
  public static final Results NONE = new Results(Sweep.of(List.of()), Optional.empty(), csv -> {});

  /** What the panel calls a setting. */
  public String title(String path) {
    return words.map(known -> known.title(sweep.runs().get(0).config(), path)).orElse(path);
  }

  /** What a setting is called where there is little room. */
  public String brief(String path) {
    return words
        .map(known -> NumberText.sentence(known.name(sweep.runs().get(0).config(), path)))
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> title(path));
  }

  /** The value that a run has of a setting, with its unit. */
  public String value(SweepRun run, String path) {
    boolean there = Sweep.value(run.config(), path).isPresent();
    return there ? words.map(known -> known.value(run.config(), path)).orElse("") : "–";
  }
}
