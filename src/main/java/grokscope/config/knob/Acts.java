package grokscope.config.knob;

/** When a turned knob takes effect. */
public enum Acts {
  /** At once, on the run in progress, and on the runs after it. */
  LIVE,
  /** Only on the next run, because the run in progress was built with the old value. */
  NEXT_RUN
}
