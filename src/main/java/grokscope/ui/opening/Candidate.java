package grokscope.ui.opening;

/**
 * A run that the shown one can be compared with. FX thread only.
 *
 * @param label its number, name and settings
 * @param choose shows it beside the other
 */
public record Candidate(String label, Runnable choose) {}
