package grokscope.measure;

/** In which floating-point format the loss is computed. */
public enum WorkingPrecision {
  /** float32. */
  SINGLE {
    @Override
    double round(double value) {
      return (float) value;
    }
  },
  /** float64. */
  DOUBLE {
    @Override
    double round(double value) {
      return value;
    }
  };

  abstract double round(double value);
}
