package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.measure.phase.PhaseVerdict;
import grokscope.story.PhaseBand.Phase;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What no account of a run may say at once. */
final class Contradictions {
  private static final Set<PhaseVerdict> BROKEN =
      EnumSet.of(PhaseVerdict.COLLAPSED, PhaseVerdict.FORGOTTEN, PhaseVerdict.DIVERGED);
  private static final Set<PhaseVerdict> NOTHING_TO_WAIT_FOR =
      EnumSet.of(
          PhaseVerdict.NO_DELAY,
          PhaseVerdict.SHORT_DELAY,
          PhaseVerdict.FROM_START,
          PhaseVerdict.NOT_LEARNED,
          PhaseVerdict.MEMORIZED_ONLY,
          PhaseVerdict.IN_PART);

  private Contradictions() {}

  /** Fails where two places of an account contradict each other. */
  static void in(Account account, boolean fresh) {
    String marks =
        account.marks().stream().map(ReachedMark::label).collect(Collectors.joining(" "));
    String bands =
        account.bands().stream().map(band -> band.phase().words()).collect(Collectors.joining(" "));
    String all =
        String.join(" ", account.badge(), account.words(), marks, bands).toLowerCase(Locale.ROOT);
    PhaseVerdict verdict = account.verdict();
    if (fresh) {
      assertThat(all.replace("nothing can be memorised", ""))
          .doesNotContain("memor", "hidden", "training examples were", "grok", "delay");
      assertThat(account.bands()).isEmpty();
    }
    if (verdict == PhaseVerdict.GROKKING) {
      assertThat(marks).contains("grokked");
      assertThat(account.sentence()).startsWith("Grokked");
      assertThat(all).doesNotContain("no delay", "memorised only", "expected");
    }
    if (verdict == PhaseVerdict.UNTIMED || verdict == PhaseVerdict.UNTOLD) {
      assertThat(account.bands()).isEmpty();
      assertThat(all).doesNotContain("grokked", "delay", "memorised only");
    }
    if (verdict == PhaseVerdict.UNTOLD) {
      assertThat(marks).doesNotContain("memor");
    }
    if (NOTHING_TO_WAIT_FOR.contains(verdict)) {
      assertThat(all.replace("grokking takes three times", "")).doesNotContain("grok");
    }
    if (verdict != PhaseVerdict.MEMORIZED_ONLY) {
      assertThat(all).doesNotContain("is expected to", "later than expected", "memorised only");
    }
    if (BROKEN.contains(verdict)) {
      assertThat(all).doesNotContain("the circuit carries", "watch", "is expected");
      assertThat(account.bands().stream().filter(band -> band.to() >= account.step()).toList())
          .allMatch(band -> band.phase() == Phase.LOST || verdict == PhaseVerdict.DIVERGED);
    }
    if (account.over()) {
      assertThat(account.words()).doesNotContain("Watch", "watch", "so far", " yet", "is expected");
      if (verdict != PhaseVerdict.DIVERGED) {
        account.bands().forEach(Contradictions::saysWhyNot);
      }
    } else {
      assertThat(account.words()).doesNotContain("ended", "when the run ended");
    }
    if (account.past()) {
      assertThat(account.over()).isFalse();
    }
    assertMeet(account.bands(), account.step());
    account.marks().forEach(mark -> assertThat(mark.at().by()).isLessThanOrEqualTo(account.step()));
  }

  /** At the end a phase is certain, or a word says why it is not. */
  private static void saysWhyNot(PhaseBand band) {
    assertThat(band.certain() || band.remark().contains("not certain, because")).isTrue();
    assertThat(band.remark()).doesNotContain("yet");
  }

  private static void assertMeet(List<PhaseBand> bands, int step) {
    int before = 0;
    for (PhaseBand band : bands) {
      if (band.phase() == Phase.LOST) {
        assertThat(band.from()).isGreaterThanOrEqualTo(before); // after a cleanup that was over
      } else {
        assertThat(band.from()).isEqualTo(before);
      }
      assertThat(band.to()).isGreaterThanOrEqualTo(band.from()).isLessThanOrEqualTo(step);
      before = band.to();
    }
  }
}
