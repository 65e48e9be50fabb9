package grokscope.ui.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which runs are listed: those in which all these words occur somewhere. Immutable, any thread.
 *
 * @param words in lower case; none lets every run through
 */
record RunFilter(List<String> words) {
  /** The filter that was typed. */
  static RunFilter of(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    return new RunFilter(text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+")));
  }

  /** Whether a run is listed. */
  boolean admits(RunFacts run) {
    String text =
        String.join(
                "\n",
                Stream.of(
                        run.identity().label(),
                        run.differs(),
                        run.remarks().name(),
                        run.preset(),
                        run.headline(),
                        run.remarks().note(),
                        run.state(),
                        run.problem())
                    .toList())
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
