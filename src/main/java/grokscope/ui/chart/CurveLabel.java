package grokscope.ui.chart;

/**
 * What the live run is called beside its curves. Immutable, any thread.
 *
 * @param text a few words, such as {@code "data 30 %"}; may be empty
 */
public record CurveLabel(String text) {}
