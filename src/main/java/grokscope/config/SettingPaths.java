package grokscope.config;

/**
 * The paths of sections and settings that more than their own kind knows. What a kind reads of its
 * own knobs it calls by their names.
 */
public final class SettingPaths {
  public static final String SEED = "seed";
  public static final String STEPS = "steps";
  public static final String BATCH = "batch";
  public static final String MEASURES = "measures";
  public static final String TASK = "task";
  public static final String TASK_TYPE = "task.type";
  public static final String DATA = "data";
  public static final String TRAIN_FRACTION = "data.trainFraction";
  public static final String MOMENTS = "data.moments";
  public static final String OUTLIERS = "data.outliers";
  public static final String LABEL_NOISE = "data.labelNoise";
  public static final String MODEL = "model";
  public static final String MODEL_TYPE = "model.type";
  public static final String LOSS = "loss";
  public static final String LOSS_TYPE = "loss.type";
  public static final String OPTIMIZER = "optimizer";
  public static final String OPTIMIZER_TYPE = "optimizer.type";
  public static final String LEARNING_RATE = "optimizer.learningRate";
  public static final String WEIGHT_DECAY = "optimizer.weightDecay";
  public static final String EMBEDDING_RATE = "optimizer.embeddingRate";
  public static final String DECAYED = "optimizer.decayed";
  public static final String GRADIENT = "gradient";
  public static final String GRADIENT_TYPE = "gradient.type";
  public static final String GRADIENT_WINDOW = "gradient.window";
  public static final String WEIGHTS = "weights";

  private SettingPaths() {}
}
