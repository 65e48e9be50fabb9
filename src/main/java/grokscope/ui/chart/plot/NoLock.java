package grokscope.ui.chart.plot;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;
import java.util.function.Supplier;

/**
 * A lock that anybody may pass. Only for data sets of the FX thread.
 *
 * <p>A chart keeps its read locks from one layout to the end of the next, so with a real lock an
 * edit on the same thread in between would wait for itself for ever.
 */
final class NoLock<D extends DataSet> implements DataSetLock<D> {
  private static final long serialVersionUID = 1L;

  private final transient D owner;

  NoLock(D owner) {
    this.owner = owner;
  }

  @Override
  public D readLock() {
    return owner;
  }

  @Override
  public D readLockGuard(Runnable reading) {
    reading.run();
    return owner;
  }

  @Override
  public <R> R readLockGuard(Supplier<R> reading) {
    return reading.get();
  }

  @Override
  public D readLockGuardOptimistic(Runnable reading) {
    reading.run();
    return owner;
  }

  @Override
  public <R> R readLockGuardOptimistic(Supplier<R> reading) {
    return reading.get();
  }

  @Override
  public D readUnLock() {
    return owner;
  }

  @Override
  public D writeLock() {
    return owner;
  }

  @Override
  public D writeLockGuard(Runnable writing) {
    writing.run();
    return owner;
  }

  @Override
  public <R> R writeLockGuard(Supplier<R> writing) {
    return writing.get();
  }

  @Override
  public D writeUnLock() {
    return owner;
  }
}
