package grokscope.task;

import java.util.random.RandomGenerator;

/** Draws examples without end, for training in which none is seen twice. Trainer thread only. */
@FunctionalInterface
public interface Source {
  /** So many examples, drawn from a stream. */
  Examples draw(int count, RandomGenerator random);
}
