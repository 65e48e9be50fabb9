package grokscope.train.look;

import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.Snapshot;

/** A snapshot's tensor, read by hand: its last dimension are the columns. */
record WeightRows(Tensor tensor, int columns) {
  static WeightRows of(Snapshot snapshot, String name) {
    Tensor tensor =
        snapshot.weights().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    return new WeightRows(tensor, tensor.shape()[tensor.shape().length - 1]);
  }

  double at(int row, int column) {
    return tensor.values()[row * columns + column];
  }
}
