package grokscope.kernel;

import grokscope.kernel.nd4j.Nd4jBackend;

/** One lane that computes with the naive loops, in double. */
public final class NaiveBackend implements Backend {
  private final Backend memory = Nd4jBackend.inDouble();
  private final Kernels kernels = new NaiveKernels();

  @Override
  public String id() {
    return "naive";
  }

  @Override
  public Matrix zeros(int rows, int columns) {
    return memory.zeros(rows, columns);
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public Kernels kernels(int lane) {
    return kernels;
  }

  @Override
  public void onEveryLane(LaneWork work) {
    work.run(0);
  }

  @Override
  public void close() {
    memory.close();
  }
}
