package grokscope.ui.chart;

import grokscope.figure.PanelSpec;
import grokscope.figure.RunIdentity;
import grokscope.figure.ValueAxis;
import grokscope.ui.chart.RunEntry.Names;
import grokscope.ui.chart.plot.CurveLook;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Which runs are drawn, one line for all charts: the live one first. What has no room stands in a
 * menu at its end. FX thread only.
 */
final class RunLegend extends FittedRow {
  private final RunEntry live;
  private final RunEntry again = new RunEntry(() -> {});
  private final List<RunEntry> others = new ArrayList<>(); // by place
  private final MenuButton more = new MenuButton();
  private final Label hatched = new Label();
  private final Consumer<Ghost> turn;
  private List<Ghost> ghosts = List.of();
  private Optional<ReplayedCurves> readAgain = Optional.empty();
  private Shown shown = Shown.ALL;

  /**
   * A legend without a run.
   *
   * @param turnLive hides the live run or shows it
   * @param turn hides another run or shows it
   */
  RunLegend(Runnable turnLive, Consumer<Ghost> turn) {
    this.turn = turn;
    getStyleClass().add("curve-runs");
    setId("curve-runs");
    setManaged(false);
    setAlignment(Pos.CENTER_LEFT);
    live = new RunEntry(turnLive);
    Visibility.reveal(live, false);
    Visibility.reveal(again, false);
    more.getStyleClass().addAll("flat", "small", "curve-more");
    more.setMinWidth(USE_PREF_SIZE);
    more.setId("curve-runs-more");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Region swatch = new Region();
    swatch.getStyleClass().add("hatch-swatch");
    hatched.setGraphic(swatch);
    hatched.getStyleClass().add("hatch-key");
    hatched.setId("hatch-key");
    hatched.setMinWidth(USE_PREF_SIZE);
    Visibility.reveal(hatched, false);
    getChildren().addAll(live, again, more, gap, hatched);
    setGhosts(List.of());
  }

  /** What the live run is called; nothing for none. */
  void setLive(String words) {
    live.setName(words);
    Visibility.reveal(live, !words.isEmpty());
    fitAgain();
  }

  /** The live run as it was read again, or none. */
  void setAgain(Optional<ReplayedCurves> read) {
    readAgain = read;
    read.ifPresent(
        other -> {
          again.setName(other.label());
          Accessible.describe(again, other.sentence());
        });
    Visibility.reveal(again, read.isPresent());
    fitAgain();
  }

  /** What hatched bands mean; nothing where there are none. */
  void setHatched(String words) {
    if (!words.equals(hatched.getText())) {
      hatched.setText(words);
      Visibility.reveal(hatched, !words.isEmpty());
      fitAgain();
    }
  }

  /** The other runs, from left to right. */
  void setGhosts(List<Ghost> now) {
    ghosts = List.copyOf(now);
    while (others.size() < ghosts.size()) {
      int place = others.size();
      RunEntry entry = new RunEntry(() -> turn.accept(ghosts.get(place)));
      others.add(entry);
      getChildren().add(getChildren().indexOf(more), entry);
    }
    more.getItems().clear();
    for (int place = 0; place < ghosts.size(); place++) {
      Ghost ghost = ghosts.get(place);
      others.get(place).setName(ghost.label());
      CheckMenuItem item = new CheckMenuItem(ghost.label(), new Swatch());
      item.setMnemonicParsing(false);
      item.setOnAction(click -> turn.accept(ghost));
      more.getItems().add(item);
    }
    show(shown);
    fitAgain();
  }

  /** Pales the runs that are not drawn. */
  void show(Shown runs) {
    shown = runs;
    live.setPale(!runs.live());
    for (int place = 0; place < ghosts.size(); place++) {
      boolean drawn = runs.shows(ghosts.get(place));
      others.get(place).setPale(!drawn);
      ((CheckMenuItem) more.getItems().get(place)).setSelected(drawn);
    }
  }

  void dress(Inks inks, PanelSpec panel, RunIdentity run) {
    live.dress(inks.live(panel, panel.main(), run));
    again.dress(inks.again(panel, panel.main(), run));
    for (int place = 0; place < ghosts.size(); place++) {
      CurveLook look = inks.ghost(panel, panel.main(), ghosts.get(place));
      others.get(place).dress(look);
      ((Swatch) more.getItems().get(place).getGraphic()).dress(look);
    }
  }

  /** Writes what a panel is about, at a sample of the live run and at a step of the others. */
  void read(Panel panel, int sample, double step) {
    live.setValue(panel.spec().axis(), panel.mainValue(sample));
    readAgain.ifPresent(
        read -> write(again, panel.spec().axis(), panel.mainValue(read.history(), step)));
    for (int place = 0; place < ghosts.size(); place++) {
      double value = panel.mainValue(ghosts.get(place).history(), step);
      write(others.get(place), panel.spec().axis(), value);
    }
  }

  /** A run that has not measured what the panel is about has a name and nothing else. */
  private static void write(RunEntry entry, ValueAxis axis, double value) {
    if (Double.isNaN(value)) {
      entry.clearValue();
    } else {
      entry.setValue(axis, value);
    }
  }

  /** The entry of the live run. */
  RunEntry live() {
    return live;
  }

  /** The entry of the live run as it was read again. */
  RunEntry again() {
    return again;
  }

  /** The entry of another run. */
  RunEntry other(int place) {
    return others.get(place);
  }

  /** How many runs stand in the line. */
  int inLine() {
    return (int) others.stream().filter(Node::isManaged).count();
  }

  @Override
  void fit(double width) {
    live.setShortened(false);
    others.forEach(entry -> entry.setShortened(false));
    boolean several = !ghosts.isEmpty() || readAgain.isPresent();
    if (fits(true, Names.WHOLE, several, width)
        || fits(true, Names.SHORT, several, width)
        || fits(false, Names.SHORT, several, width)
        || fits(false, Names.SHORTEST, several, width)) {
      return;
    }
    for (int inLine = ghosts.size() - 1; inLine >= 0; inLine--) {
      reveal(inLine);
      if (least() <= width) {
        return;
      }
    }
    live.setShortened(true);
  }

  private boolean fits(boolean values, Names names, boolean several, double width) {
    live.show(values && several, names);
    again.show(values, names);
    others.forEach(entry -> entry.show(values, names));
    reveal(ghosts.size());
    return least() <= width;
  }

  private void reveal(int inLine) {
    for (int place = 0; place < others.size(); place++) {
      Visibility.reveal(others.get(place), place < inLine);
    }
    int hidden = ghosts.size() - inLine;
    Visibility.reveal(more, hidden > 0);
    more.setText("+" + hidden);
    if (hidden > 0) {
      String words =
          ghosts.stream().skip(inLine).map(Ghost::label).collect(Collectors.joining(", "));
      Accessible.describe(more, "Also drawn: " + words);
    }
  }
}
