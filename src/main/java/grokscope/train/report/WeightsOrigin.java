package grokscope.train.report;

import java.util.List;

/**
 * What is known of weights beside their numbers. Immutable, any thread.
 *
 * @param split how it is known which examples are hidden
 * @param remarks what was assumed, merged or left out on reading, a sentence each
 */
public record WeightsOrigin(SplitSource split, List<String> remarks) {
  /** Weights that were read as they are, with settings that were chosen for them. */
  public static final WeightsOrigin OF_SETTINGS =
      new WeightsOrigin(SplitSource.SETTINGS, List.of());

  public WeightsOrigin {
    remarks = List.copyOf(remarks);
  }
}
