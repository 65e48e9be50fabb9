/**
 * What a chart is drawn with: axes, ticks, renderers, the window of steps. It knows steps and
 * values, no metric.
 */
package grokscope.ui.chart.plot;
