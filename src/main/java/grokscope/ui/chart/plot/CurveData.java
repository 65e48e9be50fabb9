package grokscope.ui.chart.plot;

import grokscope.figure.CurvePoints;
import io.fair_acc.dataset.AxisDescription;
import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.DataSet2D;
import io.fair_acc.dataset.events.ChartBits;
import io.fair_acc.dataset.locks.DataSetLock;
import io.fair_acc.dataset.spi.AbstractDataSet;
import java.util.Arrays;
import java.util.List;

/**
 * The points of one curve as ChartFX wants them: growing arrays of steps and values, NaN where the
 * line breaks. FX thread only; its lock does nothing.
 */
// lock() narrows a type parameter away that its interface has; AbstractDataSet does the same.
@SuppressWarnings("unchecked")
public final class CurveData extends AbstractDataSet<CurveData> implements DataSet2D {
  private static final long serialVersionUID = 1L;

  private final transient NoLock<CurveData> lock = new NoLock<>(this);
  private double[] steps = new double[512];
  private double[] values = new double[512];
  private int size;
  private transient Extent whole = Extent.NONE;
  private transient CurveLook look = CurveLook.PLAIN;
  private boolean shown = true;

  public CurveData(String name) {
    super(name, 2);
  }

  /** Appends points whose steps increase. */
  public void append(CurvePoints points) {
    double[] newSteps = points.steps();
    double[] newValues = points.values();
    int needed = size + newSteps.length;
    if (needed > steps.length) {
      steps = Arrays.copyOf(steps, 2 * needed);
      values = Arrays.copyOf(values, 2 * needed);
    }
    for (int i = 0; i < newSteps.length; i++) {
      double value = newValues[i];
      boolean broken = size == 0 || Double.isNaN(values[size - 1]);
      if (broken && Double.isNaN(value)) {
        continue; // one break is as good as many
      }
      steps[size] = newSteps[i];
      values[size] = value;
      size++;
      whole = whole.with(value);
    }
    fireInvalidated(ChartBits.DataSetDataAdded);
  }

  /** Removes all points. */
  public void clear() {
    if (size > 0) {
      size = 0;
      whole = Extent.NONE;
      fireInvalidated(ChartBits.DataSetDataRemoved);
    }
  }

  /** How it is drawn. */
  public CurveLook look() {
    return look;
  }

  /** Changes how it is drawn. */
  public void dress(CurveLook now) {
    if (!now.equals(look)) {
      look = now;
      fireInvalidated(ChartBits.DataSetDataAdded);
    }
  }

  /** Whether it is drawn. */
  public boolean isShown() {
    return shown;
  }

  /** Draws it, or does not. */
  public void show(boolean now) {
    if (now != shown) {
      shown = now;
      fireInvalidated(ChartBits.DataSetDataAdded);
    }
  }

  /** Between what values it lies; none while it is not drawn. */
  public Extent extent() {
    return shown ? whole : Extent.NONE;
  }

  /** Between what values it lies from one step to another; none while it is not drawn. */
  public Extent extent(double from, double to) {
    Extent part = Extent.NONE;
    for (int i = 0; shown && i < size; i++) {
      if (steps[i] >= from && steps[i] <= to) {
        part = part.with(values[i]);
      }
    }
    return part;
  }

  /**
   * The values themselves, not a copy; valid up to the number of points and until the next edit.
   */
  double[] rawValues() {
    return values;
  }

  @Override
  public int getDataCount() {
    return size;
  }

  @Override
  public double get(int dimension, int index) {
    return dimension == DIM_X ? steps[index] : values[index];
  }

  @Override
  public double[] getValues(int dimension) {
    return Arrays.copyOf(dimension == DIM_X ? steps : values, size);
  }

  @Override
  public int getIndex(int dimension, double... x) {
    int found = Arrays.binarySearch(steps, 0, size, x[0]);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  @Override
  public DataSetLock<? extends DataSet> lock() {
    return lock;
  }

  /** None: the panels know their ranges, and the chart would compute these on other threads. */
  @Override
  public List<AxisDescription> getAxisDescriptions() {
    return List.of();
  }

  @Override
  public AxisDescription getAxisDescription(int dimension) {
    return super.getAxisDescriptions().get(dimension);
  }

  @Override
  public CurveData recomputeLimits(int dimension) {
    return this;
  }

  @Override
  public DataSet set(DataSet other, boolean copy) {
    throw new UnsupportedOperationException("curves are appended to, not set");
  }
}
