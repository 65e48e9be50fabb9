package grokscope.kernel.cpu;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.kernel.Nd4jDevice;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The host's processor: one lane per thread, {@link CpuKernels} on each, and single-threaded
 * OpenBLAS underneath, so that no thread pool competes with another. Trainer thread only.
 */
public final class CpuBackend implements Backend {
  private final List<Kernels> kernels = new ArrayList<>();
  private final Lanes lanes;
  private final boolean exactly;

  /** A backend with exactly this many threads, including the caller's. */
  public CpuBackend(int threads) {
    this(threads, true);
  }

  /**
   * A backend.
   *
   * @param threads how many, the caller's included
   * @param exactly whether even the smallest work is shared among all of them
   */
  public CpuBackend(int threads, boolean exactly) {
    this.exactly = exactly;
    Nd4jDevice.HOST.load(); // the holder below does not work before
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    openblas_nolapack.blas_set_num_threads(1);
    for (int lane = 0; lane < threads; lane++) {
      kernels.add(new CpuKernels());
    }
    lanes = new Lanes(threads);
  }

  @Override
  public String id() {
    return "cpu";
  }

  @Override
  public Matrix zeros(int rows, int columns) {
    return new Matrix(Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'c'), true);
  }

  @Override
  public int lanes() {
    return kernels.size();
  }

  @Override
  public Kernels kernels(int lane) {
    return kernels.get(lane);
  }

  @Override
  public void onEveryLane(LaneWork work) {
    lanes.run(work);
  }

  @Override
  public Backend singleLane() {
    return exactly ? this : new FirstLane();
  }

  @Override
  public void close() {
    lanes.close();
  }

  /** The caller's lane of this backend. */
  private final class FirstLane implements Backend {
    @Override
    public String id() {
      return CpuBackend.this.id();
    }

    @Override
    public Matrix zeros(int rows, int columns) {
      return CpuBackend.this.zeros(rows, columns);
    }

    @Override
    public int lanes() {
      return 1;
    }

    @Override
    public Kernels kernels(int lane) {
      return kernels.get(lane);
    }

    @Override
    public void onEveryLane(LaneWork work) {
      work.run(0);
    }

    @Override
    public void close() {
      // The threads belong to the whole backend.
    }
  }
}
