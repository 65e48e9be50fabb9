package grokscope.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import grokscope.telemetry.ProfileHistory;
import grokscope.train.lab.Laboratory;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.SplitKnowledge;
import grokscope.ui.picture.paint.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which picture has something to show of which run, and what it says of it. */
class PictureKindsTest {
  /** In characters: five lines beside the curves in a window of 1280×800. */
  private static final int LONGEST_GUIDE = 340;

  private static final Catalog CATALOG = new Laboratory(8L << 30).catalog();

  @TempDir Path folder;

  private static Subject subject(RunConfig config, boolean foreign) {
    return new Subject(
        1,
        "Run 1",
        config,
        foreign ? SplitKnowledge.ASSUMED : SplitKnowledge.OWN_RUN,
        new ProfileHistory(),
        new ProfileHistory());
  }

  private Map<String, Subject> presets() {
    return new PresetStore(CATALOG, folder)
        .all().stream()
            .collect(Collectors.toMap(Preset::id, preset -> subject(preset.config(), false)));
  }

  private static List<String> applying(Subject run) {
    return Pictures.ALL.stream()
        .filter(kind -> kind.obstacle().apply(run).isEmpty())
        .map(PictureKind::id)
        .toList();
  }

  @Test
  void everyGuideLeavesRoomForItsPicture() {
    presets()
        .forEach(
            (id, run) -> {
              for (PictureKind kind : Pictures.ALL) {
                String words = kind.obstacle().apply(run).orElseGet(() -> kind.guide().apply(run));
                assertThat(words)
                    .as("%s of %s", kind.id(), id)
                    .endsWith(".")
                    .hasSizeLessThanOrEqualTo(LONGEST_GUIDE);
              }
            });
  }

  @Test
  void theRunDecidesWhichPicturesApply() {
    Map<String, Subject> runs = presets();
    assertThat(applying(runs.get("first-look")))
        .containsExactly("answers", "embedding", "frequencies", "try", "weights", "neurons");
    assertThat(applying(runs.get("transformer"))).contains("attention", "frequencies", "neurons");
    assertThat(applying(runs.get("few-digits"))).containsExactly("answers", "try", "weights");
    assertThat(applying(runs.get("digit-addition")))
        .containsExactly("embedding", "try", "weights", "attention");
    assertThat(applying(runs.get("sparse-parity"))).contains("try").doesNotContain("answers");
    assertThat(applying(runs.get("binary-inputs"))).doesNotContain("embedding", "frequencies");
    assertThat(applying(runs.get("linear-regression"))).containsExactly("weights");
    assertThat(applying(runs.get("toy-addition"))).contains("embedding").doesNotContain("try");
  }

  /** Whatever has answers with probabilities can be asked. */
  @Test
  void everyTaskOfClassesCanBeAsked() {
    presets()
        .forEach(
            (id, run) ->
                assertThat(applying(run).contains("try")).as(id).isEqualTo(!run.shape().valued()));
  }

  @Test
  void aReasonNamesWhatIsInTheWay() throws InvalidConfig {
    Map<String, Subject> runs = presets();
    Function<String, PictureKind> kind =
        id -> Pictures.ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    assertThat(kind.apply("attention").obstacle().apply(runs.get("first-look")))
        .hasValue("Not available: only transformers have attention heads.");
    assertThat(kind.apply("answers").obstacle().apply(runs.get("digit-addition")))
        .hasValueSatisfying(why -> assertThat(why).contains("are sequences"));
    Subject even = subject(CATALOG.with(CATALOG.defaults(), "task.modulus", 60L), false);
    assertThat(kind.apply("frequencies").obstacle().apply(even))
        .hasValue("Not available: this picture needs an odd modulus, and here it is 60.");
  }

  /** Of weights from elsewhere, and of a network without an embedding, nothing is made up. */
  @Test
  void guidesSayWhatIsKnown() {
    Map<String, Subject> runs = presets();
    for (PictureKind kind : Pictures.ALL) {
      Subject elsewhere = subject(runs.get("first-look").config(), true);
      if (kind.obstacle().apply(elsewhere).isEmpty()) {
        assertThat(kind.guide().apply(elsewhere)).as(kind.id()).doesNotContain("over the steps");
      }
    }
    assertThat(EMBEDDING.guide().apply(runs.get("one-hot-inputs")))
        .contains("(its input weights)")
        .doesNotContain("embedding");
    assertThat(EMBEDDING.guide().apply(runs.get("first-look"))).contains("(its embedding)");
  }

  private static final PictureKind EMBEDDING =
      Pictures.ALL.stream().filter(one -> one.id().equals("embedding")).findFirst().orElseThrow();
}
