package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import grokscope.figure.Panels;
import grokscope.ui.chart.plot.Plot;
import grokscope.ui.chart.plot.RuledAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** Curves on a stage for tests, and how to reach them from the thread of a test. */
public final class CurvesStage {
  private CurvesStage() {}

  /** All panels on the light theme. */
  public static CurvesView show(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    CurvesView view = new CurvesView(Panels.all());
    stage.setScene(new Scene(view, 960, 640));
    // The stage may be the one of the test before, in the size that it was given there.
    stage.setMaximized(false);
    stage.sizeToScene();
    stage.show();
    return view;
  }

  /** Where the large plot lies, in its board. */
  public static Plot large(CurvesView view) {
    return onFx(() -> view.boards().get(0).frame().plots().get(0));
  }

  /** Where the plots lie in the scene, the large one first. */
  public static List<Rectangle2D> plots(CurvesView view) {
    return onFx(
        () -> {
          List<Rectangle2D> places = new ArrayList<>();
          for (Board board : view.boards()) {
            for (Plot plot : board.frame().plots()) {
              Point2D corner = board.localToScene(plot.left(), plot.top());
              places.add(
                  new Rectangle2D(corner.getX(), corner.getY(), plot.width(), plot.height()));
            }
          }
          return places;
        });
  }

  /** A point of the screen: where a step position is in the middle of the large plot. */
  public static Point2D onLarge(CurvesView view, double position) {
    return onFx(
        () -> {
          Board front = view.boards().get(0);
          Plot plot = front.frame().plots().get(0);
          return front.localToScreen(plot.x(position), plot.top() + plot.height() / 2);
        });
  }

  /** The panels have the same steps, and their plots lie where they belong. */
  static void assertAligned(CurvesView view) {
    onFx(
        () -> {
          RuledAxis first = view.panels().get(0).steps();
          for (Board board : view.boards()) {
            for (int i = 0; i < board.panels().size(); i++) {
              Panel panel = board.panels().get(i);
              assertThat(panel.steps().getMin()).isEqualTo(first.getMin());
              assertThat(panel.steps().getMax()).isEqualTo(first.getMax());
              Node canvas = panel.chart().getCanvas();
              Bounds bounds = board.sceneToLocal(canvas.localToScene(canvas.getBoundsInLocal()));
              Plot plot = board.frame().plots().get(i);
              assertThat(bounds.getMinX()).isEqualTo(plot.left());
              assertThat(bounds.getMinY()).isEqualTo(plot.top());
              assertThat(bounds.getWidth()).isEqualTo(plot.width());
              assertThat(bounds.getHeight()).isEqualTo(plot.height());
              assertThat(panel.values().getLength()).isEqualTo(plot.height());
              assertThat(panel.steps().getLength()).isEqualTo(plot.width());
            }
          }
          return null;
        });
  }

  /** The titles of the panels, from top to bottom. */
  static List<String> shown(CurvesView view) {
    return onFx(() -> view.panels().stream().map(panel -> panel.spec().title()).toList());
  }

  /** How many nodes there are from this one down. */
  static int nodes(Node node) {
    int count = 1;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        count += nodes(child);
      }
    }
    return count;
  }

  /** Waits until what has changed is laid out and drawn. */
  public static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    for (int i = 0; i < 3; i++) {
      onFx(
          () -> {
            Platform.requestNextPulse();
            return null;
          });
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  /** Does something on the FX thread. */
  public static void run(Runnable action) {
    onFx(
        () -> {
          action.run();
          return null;
        });
  }

  /** Does something on the FX thread, and brings what comes of it. */
  public static <T> T onFx(Callable<T> action) {
    try {
      return WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(action));
    } catch (TimeoutException e) {
      throw new AssertionError("the FX thread does not answer", e);
    }
  }
}
