package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldsTest {
  private static final double EM = 13;

  @TempDir Path folder;

  private static boolean list(Folds folds) {
    return folds.folded(Fold.LIST).get();
  }

  @Test
  void whatHasNoRoomIsFoldedUntilSomebodyDecides() {
    WindowMemory memory = new WindowMemory(folder);
    Folds folds = new Folds(memory);
    folds.room(1280 / EM, 780 / EM);
    assertThat(list(folds)).isFalse();
    folds.room(1280 / EM, 700 / EM);
    assertThat(list(folds)).as("a laptop of 1920 × 1080 at 150 %").isTrue();
    assertThat(folds.folded(Fold.SETTINGS).get()).isFalse();
    folds.toggle(Fold.LIST);
    assertThat(list(folds)).isFalse();
    folds.room(1280 / EM, 1060 / EM);
    assertThat(list(folds)).isFalse();
    folds.toggle(Fold.LIST);
    assertThat(list(folds)).isTrue();
    assertThat(list(new Folds(new WindowMemory(folder)))).as("remembered").isTrue();
  }

  @Test
  void settingsMakeWayForLargeTextInANarrowWindow() {
    Folds folds = new Folds(new WindowMemory(folder));
    folds.room(1024 / EM, 748 / EM);
    assertThat(folds.folded(Fold.SETTINGS).get()).isFalse();
    folds.room(1024 / (2 * EM), 748 / (2 * EM));
    assertThat(folds.folded(Fold.SETTINGS).get()).isTrue();
    assertThat(folds.folded(Fold.NOTE).get()).isFalse();
  }

  @Test
  void aRememberedSizeThatFitsNoScreenIsNotUsed() {
    List<Rectangle2D> screens =
        List.of(new Rectangle2D(0, 0, 1280, 800), new Rectangle2D(1280, 0, 1024, 1280));
    assertThat(WindowFrame.fits(new Dimension2D(1200, 760), screens)).isTrue();
    assertThat(WindowFrame.fits(new Dimension2D(1000, 1200), screens)).isTrue();
    assertThat(WindowFrame.fits(new Dimension2D(1280, 700), screens))
        .as("as wide as the screen, before its frame")
        .isFalse();
    assertThat(WindowFrame.fits(new Dimension2D(1920, 1080), screens)).isFalse();
  }

  @Test
  void aFirstWindowFitsItsScreen() {
    Rectangle2D laptop = new Rectangle2D(0, 0, 1280, 720);
    assertThat(WindowFrame.first(laptop)).isEqualTo(new Dimension2D(1280, 800));
    assertThat(WindowFrame.fits(WindowFrame.first(laptop), List.of(laptop)))
        .as("it fills the screen")
        .isFalse();
    assertThat(WindowFrame.firstText(laptop)).isEqualTo(1);
    Rectangle2D wall = new Rectangle2D(0, 0, 3840, 2160);
    assertThat(WindowFrame.first(wall)).isEqualTo(new Dimension2D(2880, 1620));
    assertThat(WindowFrame.firstText(wall)).isEqualTo(1.5);
  }
}
