package grokscope.ui.help;

import grokscope.config.Catalog;
import grokscope.config.ProgramVersion;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * The help of a window: its pages and its tour, over everything else and stopping nothing. FX
 * thread only.
 */
public final class Help {
  private final Pane window;
  private final Overlay overlay;
  private final Catalog catalog;
  private final Supplier<Situation> now;
  private final TourSheet.FirstRun first;
  private final BooleanProperty tourSeen;

  /**
   * The help of a window, not shown.
   *
   * @param window its root
   * @param now what is on the screen
   * @param idle whether no run is in progress
   * @param runFirst opens the first experiment and runs it
   * @param tourSeen whether the tour was shown before; becomes true when it is left
   */
  public Help(
      Pane window,
      Catalog catalog,
      Supplier<Situation> now,
      BooleanSupplier idle,
      Runnable runFirst,
      BooleanProperty tourSeen) {
    this.window = window;
    this.catalog = catalog;
    this.now = now;
    this.first = new TourSheet.FirstRun(idle, runFirst);
    this.tourSeen = tourSeen;
    this.overlay = new Overlay(window);
  }

  /** Opens the help at what is on the screen, or closes it. */
  public void toggle() {
    if (overlay.isVisible()) {
      overlay.close();
    } else {
      open(HelpPage.NOW);
    }
  }

  /** Opens the help at a page. */
  public void open(HelpPage page) {
    GlossaryPage glossary = new GlossaryPage(catalog);
    HelpSheet sheet = new HelpSheet(shown -> content(shown, glossary), this::tour, overlay::close);
    sheet.show(page);
    Node focused = page == HelpPage.GLOSSARY ? glossary.field() : sheet.tab(page);
    overlay.open(sheet, focused, sheet::pressed);
  }

  private Node content(HelpPage page, GlossaryPage glossary) {
    return switch (page) {
      case NOW -> NowPage.make(now.get());
      case KEYS -> KeysPage.make();
      case GLOSSARY -> glossary.content();
      case ABOUT -> AboutPage.make(ProgramVersion.ofThisProgram());
    };
  }

  /** Begins the tour at its first card. */
  public void tour() {
    TourSheet tour = new TourSheet(window, first, this::leaveTour);
    overlay.open(tour, tour.focused(), tour::pressed);
  }

  /** Begins the tour unless it was shown before. */
  public void welcome() {
    if (!tourSeen.get()) {
      tour();
    }
  }

  private void leaveTour() {
    overlay.close();
    tourSeen.set(true);
  }
}
