package grokscope.config;

import grokscope.config.knob.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The knobs that turn by themselves during a run, in the order in which they are written: {@code
 * 5000 optimizer.weightDecay=2; generalised+200 data.trainFraction=0.2}. Immutable, any thread.
 *
 * @param scriptedChanges what turns when
 */
public record Script(List<ScriptedChange> scriptedChanges) {
  /** The name of the knob that holds it. */
  public static final String KNOB = "script";

  private static final Pattern TURN =
      Pattern.compile(
          "(?:(start|memorised|generalised|grokked)(?:\\+(\\d{1,9}))?|(\\d{1,9}))\\s+(\\S+?)\\s*=\\s*(.+)");

  private static final String FORM =
      "must be changes such as \"generalised+200 data.trainFraction=0.2\" or \"5000"
          + " optimizer.weightDecay=2\", with \";\" between them";

  public Script {
    scriptedChanges = List.copyOf(scriptedChanges);
  }

  /**
   * Reads a script; an empty text has no turns.
   *
   * @throws InvalidConfig with one sentence when a part is no turn
   */
  public static Script parse(String text) throws InvalidConfig {
    List<ScriptedChange> scriptedChanges = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      if (part.isBlank() && text.isBlank()) {
        continue;
      }
      Matcher turn = TURN.matcher(part.strip());
      if (!turn.matches()) {
        throw new InvalidConfig(
            KNOB, "has the part " + Messages.display(part.strip()) + ", but " + FORM);
      }
      scriptedChanges.add(
          new ScriptedChange(
              moment(turn.group(1)),
              Integer.parseInt(Optional.ofNullable(turn.group(3)).orElse(later(turn.group(2)))),
              turn.group(4),
              turn.group(5).strip()));
    }
    return new Script(scriptedChanges);
  }

  private static String later(@Nullable String steps) {
    return steps == null ? "0" : steps;
  }

  private static ScriptedChange.Moment moment(@Nullable String word) {
    if ("grokked".equals(word)) {
      return ScriptedChange.Moment.GENERALIZED; // the older word for it
    }
    for (ScriptedChange.Moment moment : ScriptedChange.Moment.values()) {
      if (moment.word().equals(word)) {
        return moment;
      }
    }
    return ScriptedChange.Moment.START;
  }
}
