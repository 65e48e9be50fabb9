package grokscope.run.format.pickle;

import java.util.List;
import java.util.Map;

/**
 * What a pickle holds, with flat names.
 *
 * @param arrays in the order of the pickle, each name once
 * @param facts the other values: {@code Long}, {@code Double}, {@code Boolean}, {@code String}, and
 *     lists of these and of such lists
 */
public record Pickled(List<PickledArray> arrays, Map<String, Object> facts) {}
