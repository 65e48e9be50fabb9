package grokscope.ui.picture.paint;

/** How it is known which examples the network of a picture was trained on. */
public enum SplitKnowledge {
  /** It is trained here. */
  OWN_RUN,
  /** It is from elsewhere, and somebody wrote its examples down. */
  NAMED,
  /** It is from elsewhere, and they are taken for those of the settings that it was opened with. */
  ASSUMED,
  /** It is from elsewhere, and nothing says it. */
  UNKNOWN
}
