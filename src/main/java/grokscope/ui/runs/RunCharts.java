package grokscope.ui.runs;

import grokscope.ui.chart.Ghost;
import java.util.List;

/** The charts, as the list of runs knows them. FX thread only. */
interface RunCharts {
  /** Draws these behind the live run; where there are none, a few earlier ones. */
  void choose(List<Ghost> behind);

  /** Draws the live run, or leaves it out. */
  void showLive(boolean shown);
}
