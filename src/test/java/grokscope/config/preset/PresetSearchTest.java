package grokscope.config.preset;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.train.lab.Laboratory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words against the presets that come with the program. */
class PresetSearchTest {
  @TempDir private Path home;

  private PresetStore store() {
    return new PresetStore(new Laboratory(8L << 30).catalog(), home);
  }

  private List<String> found(String words) {
    return store().search(words).stream().map(Preset::id).toList();
  }

  @Test
  void findsByIdTitleGroupStoryTaskAndNetwork() {
    assertThat(found("semi-grokking")).first().isEqualTo("semi-grokking");
    assertThat(found("FIRST look")).first().isEqualTo("first-look");
    assertThat(found("overnight")).contains("stable-max-sums");
    assertThat(found("slingshots")).startsWith("no-slingshots").contains("power-no-decay");
    assertThat(found("transformer decay")).contains("power-2022").doesNotContain("first-look");
    assertThat(found("permutation")).first().isEqualTo("power-permutations");
  }

  @Test
  void aWholeNameComesBeforeLongerOnes() throws Exception {
    PresetStore store = store();
    store.saveAs("Small", "", List.of("seed"), store.all().get(0).config());
    assertThat(found("small")).startsWith("small", "small-modulus");
    assertThat(found("division")).first().isEqualTo("division");
  }

  @Test
  void namesComeBeforeDescriptions() {
    List<String> digits = found("digit");
    assertThat(digits).startsWith("digits-more-decay").contains("large-initialization");
    assertThat(digits.indexOf("deep-digits")).isLessThan(digits.indexOf("large-initialization"));
  }

  @Test
  void spellingsAndAccentsAreOne() {
    assertThat(found("initialisation")).isEqualTo(found("initialization")).isNotEmpty();
    assertThat(found("Memorízed")).isEqualTo(found("memorised")).isNotEmpty();
  }

  @Test
  void withoutAWordThereAreAll() {
    assertThat(found("  ")).hasSameSizeAs(store().all()).startsWith("first-look");
    assertThat(found("zork")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "frist-look, first-look",
    "groking, ungrokking|semi-grokking",
    "toy, toy-addition|toy-memorises|toy-confused",
    "no slingshot, no-slingshots",
    "zzzzzzzz, ''",
  })
  void guessesWhatWasMeant(String word, String ids) {
    assertThat(String.join("|", store().near(word))).isEqualTo(ids);
  }
}
