package grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortLabelTest {
  private static final String LABEL = "#12 First look · decay 2, seed 1";

  private static String in(int letters, String label) {
    return ShortLabel.of(label, words -> words.length() <= letters);
  }

  @Test
  void theNameGivesWayBeforeWhatDiffers() {
    assertThat(in(32, LABEL)).isEqualTo(LABEL);
    assertThat(in(31, LABEL)).isEqualTo("#12 First lo… · decay 2, seed 1");
    assertThat(in(26, LABEL)).isEqualTo("#12 Fir… · decay 2, seed 1");
    assertThat(in(5, LABEL)).isEqualTo("#12 · decay 2, seed 1");
  }

  @Test
  void allNumbersStay() {
    assertThat(in(5, "#2, #3 First look · decay 2")).isEqualTo("#2, #3 · decay 2");
    assertThat(in(5, "#2–#9 First look · decay 2")).isEqualTo("#2–#9 · decay 2");
    assertThat(in(5, "#2, #4, #5 … #9 First look · decay 2")).startsWith("#2, #4, #5 … #9 ·");
  }

  @Test
  void whatHasNothingThatDiffersStaysAsItIs() {
    assertThat(in(5, "#12 First look")).isEqualTo("#12 First look");
    assertThat(in(5, "published")).isEqualTo("published");
    assertThat(in(5, "a name · decay 2")).isEqualTo("· decay 2");
  }
}
