/**
 * What a chart is drawn with: axes, ticks, renderers, the window of steps. It knows steps and
 * values, no metric.
 */
@NullMarked
package grokscope.ui.chart.plot;

import org.jspecify.annotations.NullMarked;
