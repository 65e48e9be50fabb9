package grokscope.ui.setting;

import grokscope.config.Catalog;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.text.NumberText;

/**
 * A catalog's problems as whole sentences. Immutable, any thread.
 *
 * @param catalog which knows the titles
 */
record ProblemWords(Catalog catalog) {

  /** "Modulus is 60, …": the title of what the problem is about, what is wrong, and a full stop. */
  String sentence(RunConfig config, Problem problem) {
    String title = title(config, problem.path());
    String words = title.isEmpty() ? problem.sentence() : title + " " + problem.sentence();
    return NumberText.sentence(words) + (words.endsWith(".") ? "" : ".");
  }

  /** The title of a knob or of a choice between kinds; empty for another path. */
  String title(RunConfig config, String path) {
    return catalog.title(config, path).orElse("");
  }
}
