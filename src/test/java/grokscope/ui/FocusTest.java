package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.ui.session.Given;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whatever the Tab key reaches looks different when it has the keys. */
@ExtendWith(ApplicationExtension.class)
class FocusTest {
  private static final List<PseudoClass> FOCUS =
      List.of(PseudoClass.getPseudoClass("focused"), PseudoClass.getPseudoClass("focus-visible"));
  private static final int LEAST = 40; // pixels that differ

  @TempDir static Path folder;

  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    new LabWindow(Given.lab(folder), Given.preset(), stage).show(false);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(stage::hide);
  }

  @Test
  void theFocusIsSeenOnEverythingThatTabReachesOnBothThemes(FxRobot robot) {
    for (String theme : List.of("light", "dark")) {
      List<String> unseen = new ArrayList<>();
      List<Node> reached = new ArrayList<>();
      robot.interact(
          () -> {
            collect(stage.getScene().getRoot(), reached);
            for (Node node : reached) {
              int differing = differing(node);
              if (differing < LEAST) {
                unseen.add(node + ": " + differing + " pixels");
              }
            }
          });
      assertThat(reached).hasSizeGreaterThan(30);
      assertThat(unseen).as("what shows no focus, %s", theme).isEmpty();
      robot.interact(robot.lookup("#theme").queryAs(Button.class)::fire);
    }
  }

  /** What Tab reaches, now or when it is enabled. */
  private static void collect(Node node, List<Node> reached) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable() && node.getLayoutBounds().getWidth() > 0) {
      reached.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, reached));
    }
  }

  private static int differing(Node node) {
    WritableImage without = node.snapshot(null, null);
    FOCUS.forEach(state -> node.pseudoClassStateChanged(state, true));
    node.applyCss();
    WritableImage with = node.snapshot(null, null);
    FOCUS.forEach(state -> node.pseudoClassStateChanged(state, false));
    node.applyCss();
    double more = with.getWidth() * with.getHeight() - without.getWidth() * without.getHeight();
    int differing = (int) Math.max(0, more); // a ring around it
    int width = (int) Math.min(with.getWidth(), without.getWidth());
    int height = (int) Math.min(with.getHeight(), without.getHeight());
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        if (with.getPixelReader().getArgb(x, y) != without.getPixelReader().getArgb(x, y)) {
          differing++;
        }
      }
    }
    return differing;
  }
}
