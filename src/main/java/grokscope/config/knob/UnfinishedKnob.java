package grokscope.config.knob;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A knob that has no values yet, as {@link Knobs} begins it: its words are given here, and when it
 * acts leads on to its values. Immutable, any thread.
 *
 * @param <N> where the making goes on
 */
public final class UnfinishedKnob<N> {
  private final String name;
  private final String title;
  private final @Nullable String brief;
  private final String sentence;
  private final Function<KnobWords, N> next;

  UnfinishedKnob(String name, Function<KnobWords, N> next) {
    this(name, "", null, "", next);
  }

  private UnfinishedKnob(
      String name,
      String title,
      @Nullable String brief,
      String sentence,
      Function<KnobWords, N> next) {
    this.name = name;
    this.title = title;
    this.brief = brief;
    this.sentence = sentence;
    this.next = next;
  }

  /** With these words on the screen. */
  public UnfinishedKnob<N> titled(String words) {
    return new UnfinishedKnob<>(name, words, brief, sentence, next);
  }

  /**
   * With this word before its value in a legend, instead of its title in small letters; empty where
   * the value says enough.
   */
  public UnfinishedKnob<N> called(String word) {
    return new UnfinishedKnob<>(name, title, word, sentence, next);
  }

  /** With this sentence, or two, for the tooltip and the help. */
  public UnfinishedKnob<N> says(String text) {
    return new UnfinishedKnob<>(name, title, brief, text, next);
  }

  /**
   * For a knob that can be turned during a run.
   *
   * @throws IllegalArgumentException when words are missing or not in their form
   */
  public N live() {
    return acting(Acts.LIVE);
  }

  /**
   * For a knob that waits for the next run.
   *
   * @throws IllegalArgumentException when words are missing or not in their form
   */
  public N nextRun() {
    return acting(Acts.NEXT_RUN);
  }

  private N acting(Acts acts) {
    String inLegends = brief == null ? title.toLowerCase(Locale.ROOT) : brief;
    return next.apply(new KnobWords(name, title, inLegends, sentence, acts));
  }
}
