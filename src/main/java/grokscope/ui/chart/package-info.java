/**
 * The curve panels: what a run has measured, drawn over its steps; the list is {@link
 * grokscope.figure.Panels}. The only room that knows ChartFX.
 */
@NullMarked
package grokscope.ui.chart;

import org.jspecify.annotations.NullMarked;
