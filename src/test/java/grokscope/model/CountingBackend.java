package grokscope.model;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.kernel.cpu.CpuBackend;

/** One lane of the host that counts the numbers it makes room for. */
public final class CountingBackend implements Backend {
  private final Backend host = new CpuBackend(1);
  private long numbers;

  public long numbers() {
    return numbers;
  }

  @Override
  public String id() {
    return host.id();
  }

  @Override
  public Matrix zeros(int rows, int columns) {
    numbers += (long) rows * columns;
    return host.zeros(rows, columns);
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public Kernels kernels(int lane) {
    return host.kernels(lane);
  }

  @Override
  public void onEveryLane(LaneWork work) {
    work.run(0);
  }

  @Override
  public void close() {
    host.close();
  }
}
