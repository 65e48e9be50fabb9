package grokscope.kernel;

/**
 * Where the arithmetic happens. A backend makes matrices and runs work on its lanes; the trainer
 * thread owns it.
 *
 * <p>A step splits its batch over the lanes; each lane has a thread and kernels of its own, so the
 * kernels themselves are plain sequential code.
 */
public interface Backend extends AutoCloseable {

  /** The work of one lane. */
  @FunctionalInterface
  interface LaneWork {
    /** Does the part of lane {@code lane}, from 0. */
    void run(int lane);
  }

  /** The word for this backend on the command line. */
  String id();

  /** A matrix of zeros. */
  Matrix zeros(int rows, int columns);

  /** How many lanes there are. */
  int lanes();

  /** The kernels of a lane; only that lane's work may use them. */
  Kernels kernels(int lane);

  /**
   * Runs the work once for every lane and returns when all are done. Lane 0 runs on the caller's
   * thread.
   */
  void onEveryLane(LaneWork work);

  /** Ends the threads of the lanes. */
  @Override
  void close();
}
