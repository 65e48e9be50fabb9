package grokscope.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a config or preset file may hold, and the sentence for everything it may not. */
class ConfigFileTest {
  private final Catalog catalog = TestCatalog.catalog();

  @TempDir private Path folder;
  private PresetStore store;
  private Path file;
  private String valid;

  @BeforeEach
  void setUp() {
    store = new PresetStore(catalog, folder);
    file = folder.resolve("mine.json");
    valid = Json.page(new ConfigFormat(catalog).write(catalog.defaults()));
  }

  @Test
  void aConfigSurvivesTheJourneyThroughAFile() throws Exception {
    RunConfig config = catalog.defaults();
    config = catalog.with(config, "model.type", "transformer");
    config = catalog.with(config, "optimizer.learningRate", 0.1 + 0.2);
    config = catalog.with(config, "seed", 1L << 53);
    config = catalog.with(config, "batch", 64L);
    Files.writeString(file, Json.page(new ConfigFormat(catalog).write(config)));
    Preset preset = store.read(file);
    assertThat(preset.config()).isEqualTo(config);
    assertThat(preset.title()).isEqualTo("mine");
    assertThat(preset.expectation()).isEqualTo(Expectation.OPEN);
    assertThat(preset.focus()).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoMistake() throws Exception {
    Files.writeString(file, "\uFEFF" + valid);
    assertThat(store.read(file).config()).isEqualTo(catalog.defaults());
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"seed\": 0 | \"sede\": 0 | sede is not a known key; did you mean \"seed\"?",
        "\"seed\": 0, |  | seed is missing.",
        "\"weightDecay\": 1.0 | \"weightDecay\": 1.0, \"decay\": 1 | optimizer.decay is not a known"
            + " key; the known keys are type, learningRate, weightDecay.",
        "\"weightDecay\": 1.0 | \"weightDecai\": 1 | optimizer.weightDecai is not a known key; did"
            + " you mean \"weightDecay\"?",
        "\"steps\": 3000 | \"steps\": \"many\" | steps is \"many\", but must be a whole number"
            + " from 1 to 1000000.",
        "\"steps\": 3000 | \"steps\": 0 | steps is 0, but must be a whole number from 1 to"
            + " 1000000.",
        "\"steps\": 3000 | \"steps\": 2.5 | steps is 2.5, but must be a whole number from 1 to"
            + " 1000000.",
        "\"steps\": 3000 | \"steps\": 99999999999999999999 | steps is 99999999999999999999, but"
            + " must be a whole number from 1 to 1000000.",
        "\"steps\": 3000 | \"steps\": null | steps is null, but must be a whole number from 1 to"
            + " 1000000.",
        "\"steps\": 3000 | \"steps\": true | steps is true, but must be a whole number from 1 to"
            + " 1000000.",
        "\"learningRate\": 0.01 | \"learningRate\": NaN | optimizer.learningRate is NaN, but must"
            + " be a number from 0 to 1.",
        "\"learningRate\": 0.01 | \"learningRate\": -Infinity | optimizer.learningRate is"
            + " -Infinity, but must be a number from 0 to 1.",
        "\"learningRate\": 0.01 | \"learningRate\": 1e999 | optimizer.learningRate is Infinity, but"
            + " must be a number from 0 to 1.",
        "\"learningRate\": 0.01 | \"learningRate\": [0.1] | optimizer.learningRate is a list, but"
            + " must be a number from 0 to 1.",
        "\"batch\": \"full\" | \"batch\": \"half\" | batch is \"half\", but must be \"full\" or a"
            + " whole number from 1 to 100000.",
        "\"type\": \"mlp\" | \"type\": \"rnn\" | model.type is \"rnn\", but must be one of"
            + " \"mlp\", \"transformer\".",
        "\"type\": \"mlp\" | \"type\": 7 | model.type is 7, but must be one of \"mlp\","
            + " \"transformer\".",
        "\"operation\": \"x+y\" | \"operation\": \"x&y\" | task.operation is \"x&y\", but must be"
            + " one of \"x+y\", \"x-y\".",
        "\"modulus\": 59 | \"modulus\": 58 | task.modulus is even, but must be odd.",
        "\"steps\": 3000 | \"steps\": 3000, \"title\": \"Mine\" | story is missing.",
      })
  void refusesAValueWithItsPathAndWhatIsAllowed(String old, String changed, String message)
      throws IOException {
    assertThat(valid).contains(old);
    Files.writeString(file, valid.replace(old, changed == null ? "" : changed));
    assertRefused(message);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | the whole is 7, but must be an object in braces.",
        "[] | the whole is a list, but must be an object in braces.",
        "{} | seed is missing.",
        "{ \"seed\": 1, \"seed\": 2 } | seed appears twice, the second time at line 1, column 20.",
        "{ \"task\": { \"a\": 1, \"a\": 2 } } | task.a appears twice, the second time at line 1,"
            + " column 24.",
        "{ \"seed\": 1 | is not JSON: the text ends too early, at line 1, column 12.",
        "{} {} | there is more text after the end of the JSON object at line 1, column 4.",
        "{ \"task\": 3 } | seed is missing.",
      })
  void refusesATextThatIsNotOneObject(String text, String message) throws IOException {
    Files.writeString(file, text);
    assertRefused(message);
  }

  @Test
  void saysWhereTheTextStopsBeingJson() throws IOException {
    Files.writeString(file, "{\n  \"seed\": 1,\n  steps: 3\n}\n");
    assertThatThrownBy(() -> store.read(file))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith(file + ": is not JSON: there is a mistake at line 3, column ")
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("\n");
    Files.writeString(file, valid + "and more");
    assertThatThrownBy(() -> store.read(file)).hasMessageContaining("is not JSON: ");
  }

  @Test
  void aSectionMustBeAnObject() throws IOException {
    Files.writeString(file, valid.replaceFirst("\"data\": \\{[^}]*}", "\"data\": 0.3"));
    assertRefused("data is 0.3, but must be an object in braces.");
  }

  @Test
  void refusesAnEmptyFileAFolderAMissingFileAndAHugeOne() throws IOException {
    assertRefused("there is no such file.");
    Files.writeString(file, " \n");
    assertRefused("the file is empty, but must hold a JSON object.");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(200L << 20); // a hole: reading it whole would still take its memory
    }
    assertRefused("the file has 200.0 MB, but must have at most 1 MB.");
    Files.delete(file);
    Files.createDirectory(file);
    assertRefused("this is a folder, but must be a JSON file.");
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    Files.write(file, new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'});
    assertRefused("this is not UTF-8 text.");
  }

  @Test
  void aMessageStaysOneLineWhateverTheFileHolds() throws IOException {
    String wild = "\\u001b[31m\\n" + "x".repeat(5000);
    Files.writeString(file, valid.replace("\"seed\": 0", "\"" + wild + "\": \"" + wild + '"'));
    assertOneShortLine();
    Files.writeString(file, valid.replace("\"seed\": 0", "\"seed\": \"" + wild + '"'));
    assertOneShortLine();
    Files.writeString(file, "[".repeat(100_000));
    assertOneShortLine();
    Files.write(
        file, ("{ \"seed\": " + "9".repeat(900_000) + "}").getBytes(StandardCharsets.UTF_8));
    assertOneShortLine();
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"title\": \"Mine\" | \"title\": \"\" | title is \"\", but must be a line of 1 to 80",
        "\"title\": \"Mine\" | \"title\": \"a\\nb\" | title is \"a?b\", but must be a line of 1",
        "\"title\": \"Mine\" | \"titel\": \"Mine\" | title is missing.",
        "\"title\": \"Mine\" | \"title\": \"Mine\", \"expects\": 1 | expects is not a known key;"
            + " did you mean \"expect\"?",
        "\"story\": \"Look.\" | \"story\": 3 | story is 3, but must be at most 1000 characters",
        "[ \"seed\" ] | \"seed\" | focus is \"seed\", but must be a list of settings.",
        "[ \"seed\" ] | [ \"seed\", \"sede\" ] | focus[1] is \"sede\", but must be one of seed,",
        "\"minutes\": 0.0 | \"minutes\": NaN | minutes is NaN, but must be a number from 0 to",
        "\"minutes\": 0.0 | \"minutes\": -1 | minutes is -1, but must be a number from 0 to",
        "\"open\" | \"soon\" | expect.outcome is \"soon\", but must be one of \"groks\",",
        "\"open\" | \"groks\", \"grokedBy\": 3 | expect.grokedBy is not a known key; did you mean",
        "\"open\" | \"groks\", \"grokkedBy\": 9000 | expect.grokkedBy is 9000, but must be a whole"
            + " number from 0 to the run's 3000 steps.",
        "\"open\" | \"phase-change\", \"memorizedBy\": 30 | expect.memorizedBy is 30, but must be"
            + " left out",
        "\"open\" | \"partly\", \"grokkedBy\": 30 | expect.grokkedBy is 30, but must be left out",
        "\"open\" | \"never\", \"grokkedBy\": 30 | expect.grokkedBy is 30, but must be left out",
      })
  void refusesAWrongHeading(String old, String changed, String message) throws Exception {
    Preset mine = store.saveAs("Mine", "Look.", List.of("seed"), catalog.defaults());
    String text = Files.readString(folder.resolve("presets").resolve(mine.id() + ".json"));
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, changed));
    assertThatThrownBy(() -> store.read(file))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> store.read(file))
        .isInstanceOf(InvalidConfig.class)
        .hasMessage(file + ": " + message);
  }

  private void assertOneShortLine() {
    assertThatThrownBy(() -> store.read(file))
        .isInstanceOf(InvalidConfig.class)
        .message()
        .hasSizeLessThan(400)
        .doesNotContainPattern("\\p{Cntrl}");
  }
}
