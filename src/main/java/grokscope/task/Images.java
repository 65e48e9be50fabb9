package grokscope.task;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Messages;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Scale;
import grokscope.config.Settings;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Pictures of handwritten digits, or of ten kinds of anything, as rows of pixels from 0 to 1; the
 * answer is the class. The pictures of a folder's training and test files are one table, of which
 * the data fraction is trained on. Stateless, any thread.
 */
final class Images implements Task {
  private static final String FOLDER = "folder";
  private static final String EXAMPLES = "examples";
  private static final String THRESHOLD = "threshold";
  private static final int LONGEST_SHOWN = 60;
  private static final int MNIST_COUNT = 70_000;
  private static final int MNIST_PIXELS = 784;

  static final Kind<Task> KIND =
      new Kind<>(
          "images",
          "Pictures",
          "Tell which of ten digits, or of ten other kinds, a picture shows.",
          List.of(
              new Knob.Choice(
                  "source",
                  "Pictures",
                  "The 1,797 small digits of the lab, or a folder with MNIST's files or the like.",
                  Acts.NEXT_RUN,
                  "small digits",
                  List.of(
                      new Knob.Option("small digits", "Small digits"),
                      new Knob.Option(FOLDER, "A folder"))),
              new Knob.Text(
                  FOLDER,
                  "Folder",
                  "Has train-images-idx3-ubyte, train-labels-idx1-ubyte, and t10k if you like.",
                  Acts.NEXT_RUN,
                  "",
                  true),
              new Knob.Count(
                  EXAMPLES,
                  "Examples",
                  "How many pictures are drawn from all, to be trained on or hidden.",
                  Acts.NEXT_RUN,
                  Knob.Count.EVERYTHING,
                  2,
                  10_000_000),
              new Knob.Real(
                  THRESHOLD,
                  "Grokked at",
                  "The test accuracy that counts as grokked; pictures are never all told right.",
                  Acts.NEXT_RUN,
                  0.9,
                  0.1,
                  1,
                  0.5,
                  1,
                  Scale.LINEAR)),
          Images::problems,
          Images::idle,
          new Images());

  private static List<Problem> problems(RunConfig config) {
    Settings settings = config.task();
    int all;
    try {
      all = inFolder(settings) ? folder(settings).count() : SmallDigits.COUNT;
    } catch (UnreadableFile e) {
      return List.of(
          new Problem(
              "task." + FOLDER,
              "is \""
                  + Messages.clipped(settings.choice(FOLDER), LONGEST_SHOWN)
                  + "\", but "
                  + e.getMessage()));
    }
    if (settings.value(EXAMPLES) instanceof Long wanted && wanted > all) {
      return List.of(
          new Problem(
              "task." + EXAMPLES,
              "is "
                  + wanted
                  + ", but there are only "
                  + all
                  + " pictures; it must be \""
                  + Knob.Count.EVERYTHING
                  + "\" or at most so many"));
    }
    return List.of();
  }

  private static Optional<String> idle(RunConfig config, String knob) {
    return knob.equals(FOLDER) && !inFolder(config.task())
        ? Optional.of("the small digits come with the lab")
        : Optional.empty();
  }

  private static boolean inFolder(Settings settings) {
    return settings.choice("source").equals(FOLDER);
  }

  private static ImageSet folder(Settings settings) throws UnreadableFile {
    return ImageFolder.open(settings.choice(FOLDER));
  }

  @Override
  public TaskShape shape(Settings settings) {
    if (!inFolder(settings)) {
      return shape(settings, SmallDigits.PIXELS, SmallDigits.COUNT);
    }
    try {
      ImageSet set = folder(settings);
      return shape(settings, set.pixels(), set.count());
    } catch (UnreadableFile refused) {
      // The check says what is wrong; until then the panel needs some sizes, and MNIST's are
      // likely.
      return shape(settings, MNIST_PIXELS, MNIST_COUNT);
    }
  }

  private static TaskShape shape(Settings settings, int pixels, int all) {
    return TaskShape.ofFeatures(pixels, LabeledImages.CLASSES, count(settings, all));
  }

  private static int count(Settings settings, int all) {
    return settings.value(EXAMPLES) instanceof Long wanted ? Math.toIntExact(wanted) : all;
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    return examples(settings, random, Progress.UNHEARD);
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random, Progress progress) {
    try {
      ImageSet set = inFolder(settings) ? folder(settings) : SmallDigits.open();
      return set.read(count(settings, set.count()), random, progress);
    } catch (UnreadableFile e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public double generalizedAt(Settings settings) {
    return settings.real(THRESHOLD);
  }

  @Override
  public String title(Settings settings) {
    return inFolder(settings)
        ? "pictures of " + ImageFolder.name(settings.choice(FOLDER))
        : "small handwritten digits";
  }
}
