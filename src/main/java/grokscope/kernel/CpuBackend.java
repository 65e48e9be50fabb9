package grokscope.kernel;

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

  /** A backend with so many threads, the caller's included. */
  public CpuBackend(int threads) {
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
  public void close() {
    lanes.close();
  }
}
