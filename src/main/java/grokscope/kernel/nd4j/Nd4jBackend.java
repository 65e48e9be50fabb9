package grokscope.kernel.nd4j;

import grokscope.kernel.Backend;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.kernel.Nd4jDevice;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Any backend that ND4J brings, through {@link Nd4jKernels}: one lane, because ND4J spreads each
 * operation over the device itself. Trainer thread only.
 */
public final class Nd4jBackend implements Backend {
  private final Nd4jDevice device;
  private final DataType type;
  private final Kernels kernels = new Nd4jKernels();

  private Nd4jBackend(Nd4jDevice device, DataType type) {
    this.device = device;
    this.type = type;
    device.load();
  }

  /** On the host, in single precision. */
  public static Nd4jBackend inFloat() {
    return new Nd4jBackend(Nd4jDevice.HOST, DataType.FLOAT);
  }

  /** On an NVIDIA card, in single precision; {@link CudaProbe} says whether that can work. */
  public static Nd4jBackend onCuda() {
    return new Nd4jBackend(Nd4jDevice.CUDA, DataType.FLOAT);
  }

  /** On the host, in double precision, for gradient checks and reference numbers. */
  public static Nd4jBackend inDouble() {
    return new Nd4jBackend(Nd4jDevice.HOST, DataType.DOUBLE);
  }

  @Override
  public String id() {
    return device == Nd4jDevice.CUDA ? "cuda" : "nd4j";
  }

  @Override
  public Matrix zeros(int rows, int columns) {
    return new Matrix(Nd4j.create(type, new long[] {rows, columns}, 'c'), false);
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
    // Nothing of its own to end.
  }
}
