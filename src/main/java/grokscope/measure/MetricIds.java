package grokscope.measure;

/**
 * What the metrics are called that more than their own measure knows: the columns of {@code
 * metrics.csv}. {@link Measures} and {@link ThoroughMeasures} are the list of all.
 */
public final class MetricIds {
  public static final String TRAIN_LOSS = "train_loss";
  public static final String TEST_LOSS = "test_loss";
  public static final String TRAIN_ACCURACY = "train_accuracy";
  public static final String TEST_ACCURACY = "test_accuracy";
  public static final String WEIGHT_NORM = "weight_norm";
  public static final String IN_CONTEXT_SCORE = "in_context_score";
  public static final String RESTRICTED_LOSS = "restricted_loss";
  public static final String EXCLUDED_LOSS = "excluded_loss";
  public static final String EMBEDDING_GINI = "embedding_gini";
  public static final String KEY_FREQUENCIES = "key_frequencies";
  public static final String TRIG_LOSS = "trig_loss";
  public static final String TRIG_SHARE = "trig_share";
  public static final String ONE_FREQUENCY_NEURONS = "one_frequency_neurons";
  public static final String LOGIT_MAP_GINI = "logit_map_gini";
  public static final String SATURATED_SHARE = "saturated_share";
  public static final String ZERO_LOSS_SHARE = "zero_loss_share";
  public static final String DESCENT_COSINE = "descent_cosine";

  private MetricIds() {}

  /**
   * The loss of the hidden examples at one of their answers.
   *
   * @param number from 1
   */
  public static String testLossAt(int number) {
    return TEST_LOSS + "_" + number;
  }
}
