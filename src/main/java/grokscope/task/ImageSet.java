package grokscope.task;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Labelled pictures of one size from one or more pairs of files, numbered through. Immutable, any
 * thread.
 *
 * @param parts the pairs of files
 * @param white the value of a pixel that becomes 1
 */
record ImageSet(List<LabeledImages> parts, int white) {
  private static final String READING = "reading images";
  private static final int ROWS_BETWEEN_REPORTS = 256;

  /** The pairs as one set, if their pictures have the same size. */
  static ImageSet of(List<LabeledImages> parts, int white) throws UnreadableFile {
    IdxFile first = parts.get(0).images();
    for (LabeledImages part : parts) {
      IdxFile images = part.images();
      if (images.size(1) != first.size(1) || images.size(2) != first.size(2)) {
        throw new UnreadableFile(
            images.name()
                + " has images of "
                + sides(images)
                + ", but "
                + first.name()
                + " of "
                + sides(first)
                + "; they must be of one size");
      }
    }
    return new ImageSet(List.copyOf(parts), white);
  }

  private static String sides(IdxFile images) {
    return images.size(1) + "×" + images.size(2);
  }

  /** All images. */
  int count() {
    return parts.stream().mapToInt(LabeledImages::rows).sum();
  }

  /** The size of an image. */
  ImageSize size() {
    IdxFile images = parts.get(0).images();
    return new ImageSize(images.size(2), images.size(1));
  }

  /** Pixels of an image. */
  int pixels() {
    return parts.get(0).images().rowLength();
  }

  /**
   * Reads this many images, all or drawn without repetition, in the order of the files.
   *
   * @param progress is notified, and may end it
   */
  Examples read(int examples, RandomGenerator random, Progress progress) throws UnreadableFile {
    TaskShape shape = TaskShape.ofFeatures(pixels(), LabeledImages.CLASSES, examples);
    float[] features = new float[Math.multiplyExact(examples, pixels())];
    int[] answers = new int[examples];
    int[] rows = drawn(count(), examples, random);
    progress.reached(READING, 0);
    int done = 0;
    int before = 0;
    for (LabeledImages part : parts) {
      int end = before + part.rows();
      int first = before;
      int[] wanted =
          Arrays.stream(rows).filter(i -> i >= first && i < end).map(i -> i - first).toArray();
      part.readLabels(wanted, answers, done);
      readPixels(part, wanted, features, done, progress);
      done += wanted.length;
      before = end;
    }
    progress.reached(READING, 1);
    return Examples.ofFeatures(shape, features, answers);
  }

  private void readPixels(
      LabeledImages part, int[] wanted, float[] features, int from, Progress progress)
      throws UnreadableFile {
    int all = features.length / pixels();
    part.images()
        .read(
            wanted,
            (n, row) -> {
              int at = (from + n) * row.length;
              for (int i = 0; i < row.length; i++) {
                features[at + i] = Byte.toUnsignedInt(row[i]) / (float) white;
              }
              if (n % ROWS_BETWEEN_REPORTS == 0) {
                progress.reached(READING, (from + n) / (double) all);
              }
            });
  }

  /** So many different numbers below a bound, ascending. */
  static int[] drawn(int bound, int count, RandomGenerator random) {
    int[] numbers = new int[bound];
    Arrays.setAll(numbers, i -> i);
    if (count == bound) {
      return numbers;
    }
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i, bound);
      int other = numbers[j];
      numbers[j] = numbers[i];
      numbers[i] = other;
    }
    int[] first = Arrays.copyOf(numbers, count);
    Arrays.sort(first);
    return first;
  }
}
