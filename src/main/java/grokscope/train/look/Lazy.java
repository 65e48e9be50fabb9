package grokscope.train.look;

import java.util.function.Supplier;

/** A value that is computed when it is first asked for, and then kept. One thread. */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> source;
  private T value;

  public Lazy(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    if (value == null) {
      value = source.get();
    }
    return value;
  }
}
