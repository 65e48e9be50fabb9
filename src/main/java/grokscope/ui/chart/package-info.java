/**
 * The curve panels: what a run has measured, drawn over its steps. Everything here that touches the
 * screen belongs to the FX thread. This is the only room that knows ChartFX.
 */
package grokscope.ui.chart;
