package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.CountKnob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Messages;
import grokscope.config.knob.Option;
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
          "Images",
          "Recognise which of ten digits, or of ten other classes, an image shows.",
          List.of(
              Knobs.choice("source")
                  .titled("Image set")
                  .says(
                      "The 1,797 small handwritten digits that come with the lab, or a folder with"
                          + " files like those of MNIST.")
                  .nextRun()
                  .among(Option.of("small digits", "Small digits"), Option.of(FOLDER, "A folder")),
              Knobs.text(FOLDER)
                  .titled("Folder")
                  .says(
                      "Holds train-images-idx3-ubyte, train-labels-idx1-ubyte and, optionally, the"
                          + " t10k files.")
                  .nextRun()
                  .asFolder(),
              Knobs.count(EXAMPLES)
                  .titled("Examples")
                  .says("How many images are drawn, for training and testing together.")
                  .nextRun()
                  .range(2, 10_000_000),
              Knobs.real(THRESHOLD)
                  .titled("Grokked at")
                  .says(
                      "The test accuracy that counts as grokked; no network gets all images right.")
                  .nextRun()
                  .initially(0.9)
                  .range(0.1, 1)
                  .slider(0.5, 1)),
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
                  + " images; it must be \""
                  + CountKnob.EVERYTHING
                  + "\" or at most that many"));
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
  public Optional<ImageSize> imageSize(Settings settings) {
    try {
      return Optional.of((inFolder(settings) ? folder(settings) : SmallDigits.open()).size());
    } catch (UnreadableFile refused) {
      return Optional.empty();
    }
  }

  @Override
  public double generalizedAt(Settings settings) {
    return settings.real(THRESHOLD);
  }

  @Override
  public String title(Settings settings) {
    return inFolder(settings)
        ? "images of " + ImageFolder.name(settings.choice(FOLDER))
        : "small handwritten digits";
  }
}
