package grokscope.ui.picture.weight;

import grokscope.measure.fourier.EmbeddingReading;
import grokscope.measure.fourier.FourierBasis;
import grokscope.measure.fourier.NumberWeights;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.text.NumberText;
import grokscope.ui.picture.paint.PictureText;
import java.util.Optional;

/** Reads what networks have learned about the numbers, or says why there is nothing to read. */
final class EmbeddingReader {
  private final PictureText text;
  private Optional<FourierBasis> basis = Optional.empty(); // dear to make, so kept for the next

  /**
   * A reader.
   *
   * @param text where it says why there is nothing
   */
  EmbeddingReader(PictureText text) {
    this.text = text;
  }

  /**
   * Reads a network; empty, and said, where it cannot be read.
   *
   * @param numbers how many numbers it has learned
   */
  Optional<EmbeddingReading> read(Snapshot snapshot, int numbers) {
    Optional<EmbeddingReading> reading = EmbeddingReading.of(snapshot.weights(), numbers, basis);
    basis = reading.flatMap(EmbeddingReading::basis);
    Optional<String> spoilt = reading.flatMap(EmbeddingReader::notNumbers);
    if (reading.isEmpty() || spoilt.isPresent()) {
      text.missing(spoilt.orElse("This network has no separate weights for each number."));
      return Optional.empty();
    }
    return reading;
  }

  /** Why there is nothing to draw of it, where it has weights that are no numbers. */
  static Optional<String> notNumbers(EmbeddingReading reading) {
    int broken = reading.broken();
    return broken == 0
        ? Optional.empty()
        : Optional.of(
            NumberText.count(broken)
                + " of "
                + NumberText.count(reading.size())
                + (reading.weights() == NumberWeights.EMBEDDING
                    ? " weights of the embedding"
                    : " input weights")
                + " are not numbers, so there is nothing to draw.");
  }
}
