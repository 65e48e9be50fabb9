package grokscope.ui.setting;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.Option;
import grokscope.ui.session.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionCheckTest {
  private final OptionCheck check = new OptionCheck(Given.catalog());

  private List<String> refused(RunConfig config, String path) {
    ChoiceKnob choice = (ChoiceKnob) Given.catalog().knob(config, path).orElseThrow();
    return choice.options().stream()
        .map(Option::id)
        .filter(id -> check.refusal(config, path, id).isPresent())
        .toList();
  }

  private List<String> refusedKinds(RunConfig config, String section) {
    return Given.catalog().section(section).orElseThrow().kinds().stream()
        .map(kind -> kind.id())
        .filter(id -> check.refusal(config, section + ".type", id).isPresent())
        .toList();
  }

  @Test
  void divisionNeedsAPrimeModulus() {
    assertThat(refused(Given.config("task.modulus", 59L), "task.operation")).isEmpty();
    RunConfig sixty = Given.config("task.modulus", 60L);
    assertThat(refused(sixty, "task.operation")).contains("x/y").doesNotContain("x+y", "x-y");
    assertThat(check.refusal(sixty, "task.operation", "x/y"))
        .hasValueSatisfying(why -> assertThat(why).startsWith("Modulus is 60").endsWith("."));
  }

  @Test
  void pairsWithoutAnOrderNeedAnOperationWithoutOne() {
    assertThat(refused(Given.config(), "task.pairs")).isEmpty();
    assertThat(refused(Given.config("task.operation", "x-y"), "task.pairs"))
        .containsExactly("unordered");
  }

  @Test
  void nothingIsTiedToAnEmbeddingThatIsNotThere() {
    RunConfig oneHot = Given.config("model.type", "mlp", "model.input", "one-hot");
    assertThat(refused(oneHot, "model.unembedding")).containsExactly("tied");
    RunConfig tied = Given.config("model.type", "mlp", "model.unembedding", "tied");
    assertThat(refused(tied, "model.input")).containsExactly("one-hot", "binary");
  }

  @Test
  void realNumbersNeedAnotherNetworkAndAnotherLoss() {
    RunConfig transformer = Given.config("model.type", "transformer");
    assertThat(refusedKinds(transformer, "task")).isEmpty(); // what is wrong then is elsewhere
    RunConfig teacher =
        Given.config("task.type", "teacher", "model.type", "mlp", "loss.type", "meanSquaredError");
    assertThat(refusedKinds(teacher, "model")).containsExactly("transformer");
    assertThat(refusedKinds(teacher, "loss")).containsExactly("crossEntropy", "stableMax");
    assertThat(check.refusal(teacher, "model.type", "transformer"))
        .contains(
            "Network is \"transformer\", which reads tokens, but this task's examples are real"
                + " numbers.");
  }

  @Test
  void whatSolvesAProblemStaysOpenThoughAnotherComesToLight() {
    RunConfig tied =
        Given.config("task.type", "teacher", "model.type", "mlp", "model.unembedding", "tied");
    assertThat(Given.catalog().problems(tied))
        .extracting("path")
        .containsExactly("model.unembedding");
    assertThat(refused(tied, "model.unembedding")).isEmpty();
  }

  @Test
  void aFolderCanBeAskedForBeforeItIsNamed() {
    RunConfig digits = Given.config("task.type", "images");
    assertThat(Given.catalog().idle(digits, "task.folder")).isPresent();
    assertThat(refused(digits, "task.source")).isEmpty();
    RunConfig folder = Given.config("task.type", "images", "task.source", "folder");
    assertThat(Given.catalog().idle(folder, "task.folder")).isEmpty();
  }

  @Test
  void thePresentOptionIsNeverRefused() {
    RunConfig wrong = Given.config("task.operation", "x/y", "task.modulus", 60L);
    assertThat(check.refusal(wrong, "task.operation", "x/y")).isEmpty();
  }
}
