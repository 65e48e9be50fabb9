package grokscope.config.knob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Kind;
import grokscope.config.Settings;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A knob says all that was said of it, and one that cannot be is refused by its name. */
class KnobsTest {
  /** How far numbers move. */
  private enum Pace implements Option {
    SLOW,
    FAST;

    @Override
    public String id() {
      return name().charAt(0) + "-pace";
    }

    @Override
    public String title() {
      return this == SLOW ? "slowly" : "fast";
    }
  }

  private static <N> UnfinishedKnob<N> worded(UnfinishedKnob<N> knob) {
    return knob.titled("Some Rate").says("How much.");
  }

  private static RealKnob real(double start, double min, double max) {
    return worded(Knobs.real("rate")).live().initially(start).range(min, max);
  }

  private static WholeKnob whole(long start, long min, long max) {
    return worded(Knobs.whole("layers")).nextRun().initially(start).range(min, max);
  }

  private static ChoiceKnob choice(Option... options) {
    return worded(Knobs.choice("pace")).nextRun().among(options);
  }

  private static Kind<String> kind(Knob... knobs) {
    return new Kind<>("adam", "Adam", "A rule.", List.of(knobs), Kind.Check.NONE, "");
  }

  private static void refused(ThrowingCallable made, String sentence) {
    assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }

  @Test
  void aKnobSaysWhatWasSaidOfIt() {
    RealKnob knob = real(2, 0, 1000).slider(0.01, 100).zeroThenLogarithmic();
    assertThat(knob)
        .isEqualTo(
            new RealKnob(
                new KnobWords("rate", "Some Rate", "some rate", "How much.", Acts.LIVE),
                2,
                0,
                1000,
                0.01,
                100,
                Scale.ZERO_THEN_LOGARITHMIC,
                false));
    assertThat(real(0.5, 0, 1).slider(0, 0.9).asShare().share()).isTrue();
    assertThat(whole(1, 1, 12).logarithmic().sliderTo(4))
        .isEqualTo(
            new WholeKnob(
                new KnobWords("layers", "Some Rate", "some rate", "How much.", Acts.NEXT_RUN),
                1,
                1,
                12,
                4,
                Scale.LOGARITHMIC));
  }

  @Test
  void withoutMoreWordsTheSliderIsLinearOverTheWholeRange() {
    RealKnob knob = real(2, 1, 3);
    assertThat(List.of(knob.sliderMin(), knob.sliderMax())).containsExactly(1.0, 3.0);
    assertThat(knob.scale()).isEqualTo(Scale.LINEAR);
    assertThat(whole(1, 1, 12).sliderMax()).isEqualTo(12);
    assertThat(whole(1, 1, 12).scale()).isEqualTo(Scale.LINEAR);
  }

  @Test
  void legendsCallItByItsTitleOrAsTheyAreTold() {
    assertThat(real(1, 0, 1).brief()).isEqualTo("some rate");
    UnfinishedKnob<TextKnob> note = Knobs.text("note").called("");
    assertThat(worded(note).nextRun().brief()).isEmpty(); // in whatever order it is said
  }

  @Test
  void theFirstOptionIsTheInitialOne() {
    ChoiceKnob knob = choice(Pace.FAST, Pace.SLOW);
    assertThat(knob.initial()).isEqualTo("F-pace");
    Settings settings = kind(knob).defaults();
    assertThat(settings.choice("pace", Pace.class)).isEqualTo(Pace.FAST);
    assertThatThrownBy(
            () -> new Settings("adam", Map.of("pace", "other")).choice("pace", Pace.class))
        .hasMessage("no option \"other\" of pace");
  }

  @Test
  void wordsThatAreMissingAreNamed() {
    refused(
        () -> Knobs.text("Big name").titled("Name").says("A name.").nextRun(),
        "the knob \"Big name\" needs a name of letters and digits, a small letter first");
    refused(() -> Knobs.text("note").says("A note.").live(), "the knob \"note\" has no title");
    refused(
        () -> Knobs.text("note").titled("Note").says("A note").live(),
        "the knob \"note\" needs a sentence that ends with a full stop");
  }

  @Test
  void anInitialValueMustBeAllowed() {
    refused(
        () -> real(1.5, 0, 1),
        "the knob \"rate\" is 1.5 initially, but must be a number from 0 to 1");
    refused(
        () -> real(Double.NaN, 0, 1),
        "the knob \"rate\" is NaN initially, but must be a number from 0 to 1");
    refused(
        () -> whole(0, 1, 12),
        "the knob \"layers\" is 0 initially, but must be a whole number from 1 to 12");
    refused(
        () -> worded(Knobs.text("note")).nextRun().initially("two\nlines"),
        "the knob \"note\" is \"two?lines\" initially, but must be a text, one line of at most 4096"
            + " characters");
  }

  @Test
  void aSliderStaysInTheRange() {
    refused(
        () -> real(1, 0, 1).slider(0, 2),
        "the knob \"rate\" has a slider from 0 to 2, but is a number from 0 to 1");
    refused(
        () -> real(1, 0, 1).slider(0.5, 0.5),
        "the knob \"rate\" has a slider from 0.5 to 0.5, but is a number from 0 to 1");
    refused(
        () -> whole(1, 1, 12).sliderTo(13),
        "the knob \"layers\" has a slider from 1 to 13, but is a whole number from 1 to 12");
  }

  @Test
  void ratiosNeedAStartThatIsNotZero() {
    refused(
        () -> real(1, 0, 1).logarithmic(),
        "the knob \"rate\" has a slider from 0 to 1 in a number from 0 to 1, which cannot be"
            + " LOGARITHMIC");
    refused(
        () -> real(1, 0.1, 1).zeroThenLogarithmic(),
        "the knob \"rate\" has a slider from 0.1 to 1 in a number from 0.1 to 1, which cannot be"
            + " ZERO_THEN_LOGARITHMIC");
    refused(
        () -> whole(1, 0, 12).logarithmic(),
        "the knob \"layers\" has a slider from 0, which cannot be LOGARITHMIC");
  }

  @Test
  void aShareIsAPartOfAWhole() {
    refused(
        () -> real(1, 0, 2).asShare(), "the knob \"rate\" is a share, but a number from 0 to 2");
  }

  @Test
  void optionsAreToldApart() {
    refused(() -> choice(), "the knob \"pace\" has no options");
    refused(
        () -> choice(Option.of("a"), Option.of("a", "A")),
        "the knob \"pace\" has two options of one id among \"a\", \"a\"");
    refused(
        () -> choice(Option.of("a"), Option.of("b", " ")),
        "the knob \"pace\" has an option without an id or a title among \"a\", \"b\"");
  }

  @Test
  void aCountHasARange() {
    refused(
        () -> worded(Knobs.count("batch")).nextRun().range(2, 1),
        "the knob \"batch\" needs a range, not a whole number from 2 to 1");
  }

  @Test
  void aKindHasEveryNameOnce() {
    refused(
        () -> kind(real(1, 0, 1), real(2, 0, 3)),
        "\"Adam\" cannot have another knob called \"rate\"");
    refused(
        () -> kind(worded(Knobs.text("type")).nextRun()),
        "\"Adam\" cannot have another knob called \"type\"");
  }
}
