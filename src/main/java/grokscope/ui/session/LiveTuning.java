package grokscope.ui.session;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.knob.Acts;
import grokscope.config.knob.Knob;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunEvent;
import grokscope.text.NumberText;
import grokscope.train.loop.Command;
import grokscope.ui.setting.Draft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The knobs of the draft that a run in progress has been asked to turn, and what it has answered. A
 * knob is turned when the run says so. FX thread only; needs no toolkit.
 */
final class LiveTuning {
  private final Catalog catalog;
  private final Draft draft;
  private final Map<String, Asked> asked = new HashMap<>();
  private final Set<String> refused = new HashSet<>(); // since they were asked for last

  /** The value that a knob was asked to have last, and how many answers are to come. */
  private record Asked(Object value, int unanswered) {}

  LiveTuning(Catalog catalog, Draft draft) {
    this.catalog = catalog;
    this.draft = draft;
  }

  /** Another run begins, which has been asked for nothing. */
  void clear() {
    asked.clear();
    refused.clear();
  }

  /**
   * What is to be sent so that the run has the draft's value of a knob; empty when the knob does
   * not act live, or the run has that value or has been asked for it.
   *
   * @param chosen what the run has, but for what its script has turned
   */
  Optional<Command.Retune> request(RunConfig chosen, String path) {
    if (!live(path) || draft.refuses(path) || catalog.knob(chosen, path).isEmpty()) {
      return Optional.empty();
    }
    Object value = draft.value(path);
    Asked before = asked.get(path);
    boolean wanted =
        before == null ? draft.differsFrom(chosen, path) : !value.equals(before.value());
    if (!wanted) {
      return Optional.empty();
    }
    asked.put(path, new Asked(value, before == null ? 1 : before.unanswered() + 1));
    refused.remove(path);
    return Optional.of(new Command.Retune(path, value));
  }

  /** Whether the draft's value of a knob waits for the next run. */
  boolean waits(RunConfig chosen, String path) {
    return !draft.refuses(path)
        && draft.differsFrom(chosen, path)
        && !(live(path) && catalog.knob(chosen, path).isPresent() && acts(path));
  }

  /** Whether the draft's value of a knob that acts live is on its way to the run. */
  private boolean acts(String path) {
    // What nobody has turned since it was put there for the next run is not sent.
    boolean sent = !draft.forNextRunProperty().get() || asked.containsKey(path);
    return sent && !refused.contains(path);
  }

  /**
   * A knob that the run has turned is turned in the draft too, if the draft had what the run had.
   */
  void follow(RunConfig before, RunConfig after, String path) {
    if (!draft.forNextRunProperty().get()
        && !draft.differsFrom(before, path)
        && draft.differsFrom(after, path)) {
      draft.set(path, after.get(path));
    }
  }

  private boolean live(String path) {
    return catalog.knob(draft.config(), path).map(Knob::acts).filter(Acts.LIVE::equals).isPresent();
  }

  /** The run has turned a knob: what it has from now on. */
  KnobsInForce turned(KnobsInForce before, RunEvent.KnobTurned event) {
    answered(event.path());
    refused.remove(event.path());
    try {
      return before.with(catalog, event);
    } catch (InvalidConfig impossible) {
      throw new IllegalStateException("a run has allowed values only", impossible);
    }
  }

  /** The run has refused a knob change: why, in a sentence. */
  String refused(RunEvent.KnobRefused event) {
    String path = event.path();
    if (answered(path)) {
      refused.add(path);
    }
    String title = catalog.knob(draft.config(), path).map(Knob::title).orElse(path);
    return title
        + " was not changed at step "
        + NumberText.count(event.step())
        + ": "
        + event.reason()
        + ".";
  }

  /** Whether this was the last answer to come of a knob. */
  private boolean answered(String path) {
    Asked now =
        asked.computeIfPresent(
            path,
            (same, before) ->
                before.unanswered() == 1
                    ? null
                    : new Asked(before.value(), before.unanswered() - 1));
    return now == null;
  }
}
