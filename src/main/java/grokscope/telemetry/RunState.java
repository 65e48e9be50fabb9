package grokscope.telemetry;

/** Where a run is in its life. */
public enum RunState {
  /** No run has been started. */
  IDLE,
  /** Data, network and buffers are being made. */
  PREPARING,
  /** Steps are being taken. */
  RUNNING,
  /** Waiting for a command. */
  PAUSED,
  /** All steps of the config were taken, or the condition to stop at was met. */
  FINISHED,
  /** Ended by a command before its last step. */
  STOPPED,
  /** The loss is no longer a finite number. */
  DIVERGED,
  /** An error ended the run. */
  FAILED;

  /** Whether the run is over. */
  public boolean ended() {
    return this == FINISHED || this == STOPPED || this == DIVERGED || this == FAILED;
  }

  /** Whether the run is preparing, running or paused. */
  public boolean active() {
    return this == PREPARING || this == RUNNING || this == PAUSED;
  }
}
