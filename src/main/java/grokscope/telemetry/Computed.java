package grokscope.telemetry;

/**
 * From which step on a run is computed in which way. A run that goes on on another machine has
 * several. Immutable, any thread.
 *
 * @param run the id of the run inside this session; 0 where it is read from a file
 * @param from the step
 */
public record Computed(long run, int from, Computation by) {}
