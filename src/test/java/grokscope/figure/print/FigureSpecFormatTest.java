package grokscope.figure.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.figure.print.FigureSpec.Range;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureSpecFormatTest {
  @TempDir private Path folder;

  private static FigureSpec read(String json) throws InvalidConfig {
    return FigureSpecFormat.read(Json.read(json));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    FigureSpec spec =
        new FigureSpec(
            List.of("a", "b/c"),
            true,
            List.of("loss", "accuracy"),
            List.of("train_loss"),
            true,
            Optional.of(new Range(10, 5000)),
            Map.of("loss", new Range(1e-4, 10)),
            Map.of("accuracy", "Logarithmic", "weight-norm", "‖w‖"),
            false,
            false,
            false,
            "What it shows.",
            new FigurePage(174, List.of(50.0), 8, FigureLook.DARK, FigureFormat.PNG, 600));
    assertThat(read(Json.page(FigureSpecFormat.write(spec)))).isEqualTo(spec);
    assertThat(read(Json.page(FigureSpecFormat.write(FigureSpec.USUAL))))
        .isEqualTo(FigureSpec.USUAL);
  }

  @Test
  void whatIsMissingIsAsUsual() throws Exception {
    assertThat(read("{}")).isEqualTo(FigureSpec.USUAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"width\": 500} | width is 500, but must be from 40 to 420 millimetres: a column of a"
            + " journal has 85, and no page is wider than A3.",
        "{\"width\": \"85\"} | width is \"85\", but must be from 40 to 420",
        "{\"width\": NaN} | width is NaN, but must be from 40",
        "{\"type\": 5} | type is 5, but must be from 6 to 36 points",
        "{\"heights\": []} | heights is a list, but must be a list of one number or more",
        "{\"heights\": [30, 2]} | heights[1] is 2, but must be from 8 to 300 millimetres",
        "{\"look\": \"pink\"} | look is \"pink\", but must be one of \"light\", \"dark\","
            + " \"print\"",
        "{\"format\": \"gif\"} | format is \"gif\", but must be one of \"svg\", \"pdf\", \"png\"",
        "{\"drawn\": \"all\"} | drawn is \"all\", but must be one of \"each\", \"median\"",
        "{\"phases\": 1} | phases is 1, but must be true or false",
        "{\"panel\": []} | panel is not a known key; did you mean \"panels\"?",
        "{\"panels\": [1]} | panels[0] is 1, but must be a word",
        "{\"panels\": [\"loss\", \"loss\"]} | panels[1] is \"loss\" again",
        "{\"steps\": {\"from\": 5}} | steps.to is missing",
        "{\"steps\": {\"from\": 5, \"to\": 5}} | steps.to is 5, but must be more than 5",
        "{\"steps\": {\"form\": 5}} | steps.form is not a known key; did you mean \"from\"?",
        "{\"values\": {\"loss\": 3}} | values.loss is 3, but must be an object in braces",
        "{\"scales\": {\"loss\": 1}} | scales.loss is 1, but must be a word",
        "{\"runs\": \"x\"} | runs is \"x\", but must be a list of words",
        "{\"caption\": 3} | caption is 3, but must be a text of at most 2000 characters",
      })
  void whatIsRefusedIsNamedWithWhatIsAllowed(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    Path file = folder.resolve("figure.json");
    Files.writeString(file, "{\"width\": 85");
    assertThatThrownBy(() -> FigureSpecFormat.read(file))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith(file + ": is not JSON: the text ends too early");
  }
}
