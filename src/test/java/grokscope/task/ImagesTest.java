package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
  private static final String IMAGES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";

  @TempDir private Path folder;
  private final Task task = Images.KIND.factory();

  private static Settings settings(Map<String, Object> changes) {
    Map<String, Object> values = new LinkedHashMap<>(Images.KIND.defaults().values());
    values.putAll(changes);
    return new Settings("images", values);
  }

  private Settings fromFolder(Object examples) {
    return settings(Map.of("source", "folder", "folder", folder.toString(), "examples", examples));
  }

  private Examples read(Settings settings) {
    return task.examples(settings, new SplittableRandom(3));
  }

  private static List<Problem> problems(Settings settings) {
    return Images.KIND.check().problems(new RunConfig(Map.of("task", settings)));
  }

  private String folderProblem() {
    List<Problem> problems = problems(fromFolder("full"));
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).path()).isEqualTo("task.folder");
    String start = "is \"" + folder + "\", but ";
    assertThat(problems.get(0).sentence()).startsWith(start);
    return problems.get(0).sentence().substring(start.length());
  }

  private static int[] perClass(Examples table) {
    int[] counts = new int[10];
    IntStream.range(0, table.size()).forEach(i -> counts[table.answer(i)]++);
    return counts;
  }

  private static float[] row(Examples table, int example) {
    float[] row = new float[table.shape().features()];
    table.copyFeatures(example, row, 0);
    return row;
  }

  @Test
  void theSmallDigitsAreThePublishedOnes() throws Exception {
    Examples table = read(settings(Map.of()));
    assertThat(table.size()).isEqualTo(1797);
    assertThat(perClass(table)).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    // the first line of the published table is a zero
    float[] zero = row(table, 0);
    assertThat(table.answer(0)).isZero();
    int[] top = {0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0};
    for (int i = 0; i < top.length; i++) {
      assertThat(zero[i]).isEqualTo(top[i] / 16f);
    }
    byte[] bytes = Files.readAllBytes(Path.of("assets/data/small-digits/images-idx3-ubyte"));
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .isEqualTo("359cd13f0f514122884198b78a131df597421cbf5e93a76678fa96fc548f0d96");
  }

  @Test
  void theTestFilesOfAFolderAreMoreOfTheSameTable() throws IOException {
    IdxBytes.writeTrainingPair(folder, 30, 3);
    // the other spelling, and packed
    Files.write(folder.resolve("t10k-images.idx3-ubyte.gz"), IdxBytes.gzip(IdxBytes.images(20, 3)));
    Files.write(folder.resolve("t10k-labels.idx1-ubyte"), IdxBytes.labels(20));
    assertThat(problems(fromFolder("full"))).isEmpty();
    Examples table = read(fromFolder("full"));
    assertThat(table.shape()).isEqualTo(TaskShape.ofFeatures(9, 10, 50));
    assertThat(task.shape(fromFolder("full"))).isEqualTo(table.shape());
    for (int i = 0; i < 50; i++) {
      int n = i < 30 ? i : i - 30;
      assertThat(table.answer(i)).isEqualTo(n % 10);
      assertThat(row(table, i)[4]).isEqualTo((n + 4) / 255f);
    }
  }

  @Test
  void someAreDrawnWithTheirOwnLabelsAndNoneTwice() throws IOException {
    IdxBytes.writeTrainingPair(folder, 200, 3);
    Examples table = read(fromFolder(80L));
    assertThat(table.size()).isEqualTo(80);
    List<Integer> drawn = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      int n = Math.round(row(table, i)[0] * 255); // pixel 0 of picture n is n
      assertThat(table.answer(i)).isEqualTo(n % 10);
      drawn.add(n);
    }
    assertThat(drawn).doesNotHaveDuplicates();
    Examples other = task.examples(fromFolder(80L), new SplittableRandom(4));
    assertThat(IntStream.range(0, 80).mapToObj(i -> Math.round(row(other, i)[0] * 255)).toList())
        .isNotEqualTo(drawn);
  }

  @Test
  void readingTellsHowFarItIsAndCanBeEnded() throws IOException {
    IdxBytes.writeTrainingPair(folder, 1000, 2);
    List<Double> shares = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    task.examples(fromFolder("full"), random, (doing, share) -> shares.add(share));
    assertThat(shares).containsExactly(0.0, 0.0, 0.256, 0.512, 0.768, 1.0);
    IllegalCallerException enough = new IllegalCallerException();
    assertThatThrownBy(
            () ->
                task.examples(
                    fromFolder("full"),
                    random,
                    (doing, share) -> {
                      throw enough;
                    }))
        .isSameAs(enough);
  }

  @Test
  void aFolderThatWillNotDoSaysWhy() throws IOException {
    assertThat(problems(settings(Map.of("source", "folder"))))
        .containsExactly(
            new Problem(
                "task.folder",
                "is \"\", but no folder is chosen; it must have train-images-idx3-ubyte and"
                    + " train-labels-idx1-ubyte, plain or packed as .gz"));
    assertThat(folderProblem())
        .isEqualTo(
            "the folder has no images; it must have train-images-idx3-ubyte and"
                + " train-labels-idx1-ubyte, plain or packed as .gz");
    Files.write(folder.resolve(IMAGES), IdxBytes.images(30, 3));
    assertThat(folderProblem())
        .isEqualTo("the folder has train-images-idx3-ubyte, but not train-labels-idx1-ubyte");
    Files.write(folder.resolve(LABELS), IdxBytes.labels(29));
    assertThat(folderProblem())
        .isEqualTo(
            "train-images-idx3-ubyte has 30 images, but train-labels-idx1-ubyte has 29 labels;"
                + " there must be equally many");
    IdxBytes.writeTrainingPair(folder, 30, 3);
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxBytes.images(5, 4));
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxBytes.labels(5));
    assertThat(folderProblem())
        .isEqualTo(
            "t10k-images-idx3-ubyte has images of 4×4, but train-images-idx3-ubyte of 3×3; they"
                + " must be of one size");
    String file = folder.resolve(IMAGES).toString();
    assertThat(problems(settings(Map.of("source", "folder", "folder", file))))
        .extracting(Problem::sentence)
        .containsExactly("is \"" + shown(file) + "\", but this is not a folder");
    assertThat(problems(settings(Map.of("source", "folder", "folder", "/no/such"))))
        .extracting(Problem::sentence)
        .containsExactly("is \"/no/such\", but there is no such folder");
  }

  private static String shown(String path) {
    return grokscope.config.knob.Messages.clipped(path, 60);
  }

  @Test
  void theSizesOfARefusedFolderDoNotThrow() {
    assertThat(task.shape(fromFolder("full")).features()).isEqualTo(784);
  }

  @Test
  void moreThanThereAreAreRefused() {
    assertThat(problems(settings(Map.of("examples", 1797L)))).isEmpty();
    assertThat(problems(settings(Map.of("examples", 1798L))))
        .containsExactly(
            new Problem(
                "task.examples",
                "is 1798, but there are only 1797 images; it must be \"full\" or at most that"
                    + " many"));
  }

  @Test
  void aLabelAboveNineEndsTheReadingInWords() throws IOException {
    Files.write(folder.resolve(IMAGES), IdxBytes.images(3, 3));
    Files.write(folder.resolve(LABELS), IdxBytes.file(new int[] {0x801, 3}, new byte[] {1, 10, 2}));
    assertThatThrownBy(() -> read(fromFolder("full")))
        .hasMessage(
            "train-labels-idx1-ubyte has the label 10 at row 1, but labels must be from 0 to 9");
  }

  @Test
  void theThresholdIsTheTasksOwn() {
    assertThat(task.generalizedAt(settings(Map.of("threshold", 0.8)))).isEqualTo(0.8);
    assertThat(Regression.KIND.factory().generalizedAt(Regression.KIND.defaults())).isEqualTo(0.99);
  }
}
