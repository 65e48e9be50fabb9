/**
 * The curve panels: what a run has measured, drawn over its steps; the list is {@link
 * grokscope.figure.Panels}. The only room that knows ChartFX. More than 25 files: what a chart is
 * made of (header, legend, menu, marks, bands) is a file each. Begin with {@code CurvesView}.
 */
@NullMarked
package grokscope.ui.chart;

import org.jspecify.annotations.NullMarked;
