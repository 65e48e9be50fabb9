package grokscope.ui.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Catalog;
import grokscope.config.Kind;
import grokscope.figure.CurveSpec;
import grokscope.figure.PanelSpec;
import grokscope.figure.Panels;
import grokscope.figure.ValueScale;
import grokscope.story.PhaseBand;
import grokscope.story.RunStage;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.session.Given;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GlossaryTest {
  private static final Glossary GLOSSARY = Glossary.SHIPPED;

  /** Words of everyday life, and what a knob's own sentence says better. */
  private static final List<String> PLAIN = List.of("Curves", "Results");

  @Test
  void everyTitleOfAPanelAndEveryLegendIsExplained() {
    Stream<String> titles =
        Panels.all().stream().flatMap(panel -> panel.scales().stream()).map(ValueScale::title);
    Stream<String> legends =
        Panels.all().stream().map(PanelSpec::curves).flatMap(List::stream).map(CurveSpec::legend);
    assertThat(Stream.concat(titles, legends).filter(words -> !words.isEmpty()))
        .allSatisfy(words -> assertThat(GLOSSARY.in(words)).as(words).isNotEmpty());
  }

  @Test
  void everyBadgeAndEveryPhaseHasAnEntryOfItsOwn() {
    Stream<String> badges = Arrays.stream(RunStage.values()).map(RunStage::words);
    Stream<String> phases = Arrays.stream(PhaseBand.Phase.values()).map(PhaseBand.Phase::words);
    assertThat(Stream.concat(badges, phases))
        .allSatisfy(words -> assertThat(GLOSSARY.of(words)).as(words).isPresent());
  }

  @Test
  void everyTitleOfAPictureIsExplained() {
    assertThat(PictureDeck.tabs().stream().map(PictureDeck.Tab::title))
        .filteredOn(title -> !PLAIN.contains(title))
        .allSatisfy(title -> assertThat(GLOSSARY.of(title)).as(title).isPresent());
  }

  /** Column heads explain themselves; those with a word of the field have the same word here. */
  @Test
  void theColumnsOfTheListUseTheSameWords() {
    assertThat(
            List.of(
                "Data", "Decay", "Seed", "Memorised", "Generalised", "Delay", "Test acc.", "Σw²"))
        .allSatisfy(head -> assertThat(GLOSSARY.of(head)).as(head).isPresent());
  }

  @Test
  void everyKnobSaysWhatItIs() {
    Catalog catalog = Given.catalog();
    assertThat(catalog.sections().stream().flatMap(section -> section.kinds().stream()))
        .flatMap(Kind::knobs)
        .allSatisfy(
            knob -> {
              assertThat(knob.sentence()).as(knob.title()).isNotBlank().endsWith(".");
            });
  }

  @Test
  void wordsOfTheFieldAreThere() {
    assertThat(
            List.of(
                "grokking",
                "memorising",
                "circuit formation",
                "cleanup",
                "weight decay",
                "learning rate",
                "modulus",
                "embedding",
                "unembedding",
                "logits",
                "residual stream",
                "key frequencies",
                "Gini",
                "local complexity",
                "saturated",
                "seeds",
                "batch",
                "split",
                "optimiser",
                "Σw²"))
        .allSatisfy(word -> assertThat(GLOSSARY.of(word)).as(word).isPresent());
  }

  @Test
  void whatAReportOfWeightsSaysIsExplained() {
    assertThat(
            List.of(
                "Answers",
                "Key frequencies",
                "Circuit",
                "Neurons",
                "Characters",
                "Weights",
                "guessing",
                "neurons to logits",
                "logits",
                "verdict",
                "representation",
                "not numbers",
                "dead"))
        .allSatisfy(word -> assertThat(GLOSSARY.of(word)).as(word).isPresent());
  }

  @Test
  void meaningsAreAsShortAsATooltipWantsThem() {
    assertThat(GLOSSARY.entries())
        .allSatisfy(
            entry ->
                assertThat(entry.meaning()).as(entry.title()).hasSizeLessThan(230).endsWith("."));
  }

  @Test
  void longerWordsGoBeforeThoseInsideThem() {
    assertThat(titles("excluded loss, train"))
        .containsExactly("excluded loss", "training examples");
    assertThat(titles("Weight norm Σw²")).containsExactly("weight norm");
    assertThat(titles("Key frequencies and neurons")).containsExactly("key frequency", "neuron");
    assertThat(titles("Detest the ratest")).as("no part of a word").isEmpty();
  }

  private static List<String> titles(String label) {
    return GLOSSARY.in(label).stream().map(Glossary.Entry::title).toList();
  }

  @Test
  void aSearchPutsWhatIsCalledSoFirst() {
    List<Glossary.Entry> found = Glossary.search(GLOSSARY.entries(), "CIRCUIT ");
    assertThat(found.get(0).title()).startsWith("circuit");
    assertThat(found).hasSizeGreaterThan(3);
    assertThat(Glossary.search(GLOSSARY.entries(), "")).isEqualTo(GLOSSARY.entries());
    assertThat(Glossary.search(GLOSSARY.entries(), "no such word")).isEmpty();
  }

  @Test
  void aBrokenPageIsRefused() {
    for (String line : List.of("| loss |", "| loss | a | b |", "| a, , b | c |", "|loss| a |")) {
      assertThatThrownBy(() -> Glossary.of(PageRow.of(List.of("## Words", line), 2)))
          .as(line)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> PageRow.of(List.of("| loss | no heading |"), 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Glossary.of(PageRow.of(List.of("## Words", "| a, A | twice |"), 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
  }
}
