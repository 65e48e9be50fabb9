package grokscope.ui.chart;

import grokscope.telemetry.History;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Region;

/** The stacked curve panels with one step axis and one cursor for all of them. FX thread only. */
public final class CurvesView extends Region {
  private final BooleanProperty logSteps = new SimpleBooleanProperty(this, "logSteps");
  private final BooleanProperty normAsRoot = new SimpleBooleanProperty(this, "normAsRoot");
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", true);
  private final ReadOnlyIntegerWrapper cursorStep =
      new ReadOnlyIntegerWrapper(this, "cursorStep", -1);

  /** Makes all charts; they live as long as the view. */
  public CurvesView(List<PanelSpec> panels) {}

  /** Clears the live curves and marks; from now on the live run is this one. */
  public void begin(CurveLabel label, History history) {}

  /** Draws what the live history has gained since the last call; at most some 30 times a second. */
  public void refresh() {}

  /** Shows earlier runs behind the live one, the newest first; only the first four are shown. */
  public void setGhosts(List<Ghost> ghosts) {}

  /** Marks something that happened to the live run. */
  public void addMark(Mark mark) {}

  /** How many steps the live run is going to have. */
  public void setExpectedSteps(int steps) {}

  /** Whether the step axis is logarithmic. */
  public BooleanProperty logStepsProperty() {
    return logSteps;
  }

  /** Whether the weight norm is shown as the root of its sum of squares. */
  public BooleanProperty normAsRootProperty() {
    return normAsRoot;
  }

  /** Whether the whole run is in view and the view grows with it. */
  public ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  /** The step under the cursor, −1 when the cursor is elsewhere. */
  public ReadOnlyIntegerProperty cursorStepProperty() {
    return cursorStep.getReadOnlyProperty();
  }

  /** Shows the whole run and follows it again. */
  public void backToLive() {}

  /** Changes the colours; call it after the theme has changed. */
  public void restyle(Palette palette) {}
}
