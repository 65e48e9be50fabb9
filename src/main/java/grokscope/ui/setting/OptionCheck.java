package grokscope.ui.setting;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.text.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which options cannot be chosen beside the present values, found with the catalog's own checks.
 * Immutable, any thread.
 *
 * <p>An option is refused if it brings a problem into its own section. Problems elsewhere are no
 * reason: after another task, the user will choose a network for it next. For the same reason a
 * kind is refused only for what it is, not for the values with which it comes, and no option for
 * the value of a knob that had no effect so far and could not be turned. An option that solves a
 * problem stays open whatever it brings, so that there is always a way out.
 *
 * @param catalog which has the checks
 */
record OptionCheck(Catalog catalog) {

  /** Why an option cannot be chosen, in a sentence; empty when it can. */
  Optional<String> refusal(RunConfig present, String path, String option) {
    try {
      RunConfig changed = catalog.with(present, path, option);
      List<Problem> before = catalog.problems(present);
      List<Problem> after = catalog.problems(changed);
      if (!paths(after).containsAll(paths(before))) {
        return Optional.empty();
      }
      return after.stream()
          .filter(problem -> !before.contains(problem) && concerns(problem, path))
          .filter(problem -> catalog.idle(present, problem.path()).isEmpty())
          .findFirst()
          .map(problem -> new ProblemWords(catalog).sentence(changed, problem));
    } catch (InvalidConfig notAllowed) {
      return Optional.of(NumberText.sentence(notAllowed.getMessage()));
    }
  }

  private static Set<String> paths(List<Problem> problems) {
    return problems.stream().map(Problem::path).collect(Collectors.toSet());
  }

  private static boolean concerns(Problem problem, String path) {
    if (path.endsWith(".type")) {
      return problem.path().equals(path);
    }
    String section = path.substring(0, path.indexOf('.') + 1);
    return (problem.path() + ".").startsWith(section);
  }
}
