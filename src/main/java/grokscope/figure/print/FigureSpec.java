package grokscope.figure.print;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a figure of curves shows, and on what. Immutable, any thread.
 *
 * @param runs the folders of its runs; none where the figure is of what a window shows
 * @param merged whether runs that differ in their seed only are drawn as median and range
 * @param panels the ids of its panels from top to bottom; none for all that have been measured
 * @param hidden the metrics that are not drawn
 * @param logSteps whether equal distances on the step axis are equal ratios
 * @param steps those in view; empty for all
 * @param values what is in view of the value axes, by the id of the panel; the others show all
 * @param scales how the values of panels are shown, by the id of the panel, in the words of its
 *     menu; the others as usual
 * @param phases whether the phases of the main run are behind its curves
 * @param marks whether it is marked what happened to the main run
 * @param legend whether it is said which line is which run
 * @param caption words below the plots; may be empty
 * @param page on what it is drawn
 */
public record FigureSpec(
    List<String> runs,
    boolean merged,
    List<String> panels,
    List<String> hidden,
    boolean logSteps,
    Optional<Range> steps,
    Map<String, Range> values,
    Map<String, String> scales,
    boolean phases,
    boolean marks,
    boolean legend,
    String caption,
    FigurePage page) {

  /** Everything that was measured, in a column of a journal. */
  public static final FigureSpec USUAL =
      new FigureSpec(
          List.of(),
          false,
          List.of(),
          List.of(),
          false,
          Optional.empty(),
          Map.of(),
          Map.of(),
          true,
          true,
          true,
          "",
          FigurePage.COLUMN);

  public FigureSpec {
    runs = List.copyOf(runs);
    panels = List.copyOf(panels);
    hidden = List.copyOf(hidden);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
  }

  /** What of an axis is in view. */
  public record Range(double from, double to) {}

  /** The same on another page. */
  public FigureSpec on(FigurePage other) {
    return new FigureSpec(
        runs, merged, panels, hidden, logSteps, steps, values, scales, phases, marks, legend,
        caption, other);
  }

  /** The same of other runs. */
  public FigureSpec of(List<String> others) {
    return new FigureSpec(
        others, merged, panels, hidden, logSteps, steps, values, scales, phases, marks, legend,
        caption, page);
  }

  /** The same with those panels only that are among these, however many are asked for. */
  public FigureSpec among(List<String> there) {
    Map<String, Range> inView = new LinkedHashMap<>(values);
    inView.keySet().retainAll(there);
    Map<String, String> shown = new LinkedHashMap<>(scales);
    shown.keySet().retainAll(there);
    return new FigureSpec(
        runs,
        merged,
        panels.stream().filter(there::contains).toList(),
        hidden,
        logSteps,
        steps,
        inView,
        shown,
        phases,
        marks,
        legend,
        caption,
        page);
  }
}
