package grokscope.ui.opening;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.run.format.ArrayFile;
import grokscope.run.weights.Candidate;
import grokscope.run.weights.FoundWeights;
import grokscope.run.weights.WeightsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of weights: everything that it may be by itself, and what it is with given settings
 * if it fits them. Immutable, any thread.
 */
final class WeightsReading {
  private final WeightsReader reader;

  WeightsReading(Catalog catalog) {
    this.reader = new WeightsReader(catalog);
  }

  /**
   * What a file holds.
   *
   * @param kind of file, in words with an article
   * @param found all that it may be; what fits the given settings first
   * @param given of that, what it is with the given settings
   */
  record Found(String kind, FoundWeights found, List<Candidate> given) {}

  /**
   * Reads.
   *
   * @param settings what the experiment panel has, where that could be run
   * @throws InvalidConfig with one sentence when the file holds no network, with these settings or
   *     without
   */
  Found read(Path file, Optional<RunConfig> settings) throws InvalidConfig {
    ArrayFile arrays = ArrayFile.open(file);
    Optional<FoundWeights> given = given(arrays, settings);
    FoundWeights found;
    try {
      found = reader.read(arrays);
    } catch (InvalidConfig unknown) {
      found = given.orElseThrow(() -> unknown);
    }
    if (found.settled()) { // it says itself what it is
      return new Found(arrays.form(), found, found.candidates());
    }
    return new Found(
        arrays.form(),
        given.isPresent() ? joined(given.get(), found) : found,
        given.map(FoundWeights::candidates).orElse(List.of()));
  }

  private Optional<FoundWeights> given(ArrayFile arrays, Optional<RunConfig> settings) {
    try {
      return settings.isPresent()
          ? Optional.of(reader.read(arrays, settings.get()))
          : Optional.empty();
    } catch (InvalidConfig doesNotFit) {
      return Optional.empty(); // nobody has said that it does
    }
  }

  /** Of two candidates that are one network and task, the one with the given settings stays. */
  private static FoundWeights joined(FoundWeights given, FoundWeights found) {
    List<Candidate> all = new ArrayList<>(given.candidates());
    found.candidates().stream()
        .filter(one -> given.candidates().stream().noneMatch(other -> same(one, other)))
        .forEach(all::add);
    return found.with(all);
  }

  private static boolean same(Candidate one, Candidate other) {
    return one.config().model().equals(other.config().model())
        && one.config().task().equals(other.config().task());
  }
}
