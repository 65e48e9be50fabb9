package grokscope.model;

import grokscope.task.Examples;

/**
 * The inputs of a network's first hidden layer as points that can be moved continuously, and what
 * its neurons then receive, computed in double. A copy of the weights; any thread.
 */
public interface InputSpace {
  /** Where an example lies. */
  double[] point(Examples examples, int example);

  /** What each layer's neurons receive at a point, before their activation. */
  double[][] preActivations(double[] point);
}
