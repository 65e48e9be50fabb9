package grokscope.train.loop;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.ScriptedChange;
import grokscope.config.TypedValue;
import grokscope.config.knob.Acts;
import grokscope.config.knob.Knob;
import java.util.List;
import java.util.Optional;

/** What may be turned during a run. Immutable, any thread. */
record LiveKnobs(Catalog catalog) {
  private static final String DATA = "data.";

  /**
   * The config with a knob turned.
   *
   * @throws IllegalArgumentException with a sentence when nobody should have sent that: the knob
   *     does not act during a run, or the value is not one of its own
   */
  RunConfig turned(RunConfig config, String path, Object value) {
    try {
      Knob knob = catalog.knob(config, path).orElseThrow();
      if (knob.acts() != Acts.LIVE) {
        throw new IllegalArgumentException(path + " cannot change during a run");
      }
      return catalog.with(config, path, value);
    } catch (InvalidConfig refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
  }

  /** The value that a turn of a script brings. */
  Object typed(RunConfig config, ScriptedChange scriptedChange) {
    return TypedValue.value(scriptedChange.typed(), catalog.knob(config, scriptedChange.path()));
  }

  /** Why this run cannot have other data as the config asks, in words; empty when it can. */
  Optional<String> refusal(RunConfig turned, String path) {
    if (!path.startsWith(DATA)) {
      return Optional.empty();
    }
    Optional<String> idle = catalog.idle(turned, path);
    if (idle.isPresent()) {
      return idle;
    }
    List<Problem> problems = catalog.problems(turned);
    return problems.isEmpty() ? Optional.empty() : Optional.of(problems.get(0).toString());
  }
}
