package grokscope.kernel;

import java.util.List;
import java.util.function.Consumer;

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

  /**
   * Shares pieces of work that do not depend on each other out to the lanes, in turn, and returns
   * when all are done.
   */
  default void share(List<Consumer<Kernels>> pieces) {
    onEveryLane(
        lane -> {
          for (int i = lane; i < pieces.size(); i += lanes()) {
            pieces.get(i).accept(kernels(lane));
          }
        });
  }

  /** This backend with the caller's lane only, for work too small to share; or itself. */
  default Backend singleLane() {
    return this;
  }

  /** Ends the threads of the lanes. */
  @Override
  void close();
}
